package se.utfall.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The broker, the hub's own user and who may consume what.
 *
 * @param embedded start a durable Artemis in this JVM
 * @param url of the acceptor (embedded) or of the external broker, for example {@code tcp://127.0.0.1:61616}; accepts core/JMS, AMQP and STOMP
 * @param trust PEM file with the authorities that may vouch for an external broker's certificate; null for a connection without TLS
 * @param data the journal's folder (embedded)
 * @param user the hub's own user and the file with its password
 * @param purposes consumers by purpose
 */
public record BrokerSettings(
        boolean embedded,
        String url,
        @Nullable Path trust,
        @Nullable Path data,
        String user,
        Path passwordFile,
        Map<String, List<ConsumerAccount>> purposes) {

    public BrokerSettings(
            boolean embedded,
            String url,
            @Nullable Path data,
            String user,
            Path passwordFile,
            Map<String, List<ConsumerAccount>> purposes) {
        this(embedded, url, null, data, user, passwordFile, purposes);
    }

    /** With TLS and the host's name checked where there is something to trust. */
    String connectUrl() {
        if (trust == null) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?")
                + "sslEnabled=true&verifyHost=true&trustStoreType=PEM&trustStorePath="
                + URLEncoder.encode(trust.toAbsolutePath().toString(), StandardCharsets.UTF_8);
    }

    /** A registered consumer: consume-only on its own queue {@code <purpose>.<name>}. */
    public record ConsumerAccount(String name, String user, Path passwordFile, boolean bulk) {}
}
