package se.utfall.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a broker whose certificate does not hold from one that is away: Artemis' client says the same of both. */
final class TlsTrial {
    private static final Logger LOG = LoggerFactory.getLogger(TlsTrial.class);
    private static final int MILLIS = 5_000;

    private TlsTrial() {}

    /** True when somebody answers there and it is not the broker that the hub may trust. */
    static boolean fails(BrokerSettings settings) {
        if (settings.trust() == null) {
            return false;
        }
        try {
            URI uri = EmbeddedBroker.uri(settings.url());
            shakeHands(context(settings.trust()), uri.getHost(), uri.getPort());
            return false;
        } catch (SSLException | GeneralSecurityException e) {
            boolean brokenOff = e.getCause() instanceof IOException;
            LOG.warn("no trust in the broker at {}: {}", settings.url(), e.getMessage());
            return !brokenOff;
        } catch (IOException | BrokerRefusedException e) {
            LOG.debug("the broker did not answer", e);
            return false;
        }
    }

    private static void shakeHands(SSLContext context, String host, int port) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), MILLIS);
            plain.setSoTimeout(MILLIS);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        }
    }

    private static SSLContext context(Path authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
