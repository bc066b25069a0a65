package se.utfall.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.store.Sha256;

/** Writes the certificate: the words, the signature, and last the JSON. Where that lies the certificate is whole, and is never made again. */
final class Certifying {
    static final String FILE = "gallringsbevis.json";
    private final Signer signer;

    Certifying(Signer signer) {
        this.signer = signer;
    }

    /** Signs by the hub's key. */
    interface Signer {
        byte[] detached(byte[] content) throws IOException;

        /** Of the key, upper-case hex. */
        String fingerprint();
    }

    boolean isWhole(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    String fingerprint() {
        return signer.fingerprint();
    }

    void write(Path folder, Certificate certificate) {
        byte[] json = certificate.json();
        String sha256 = Sha256.of(json);
        try {
            Journal.durable(folder.resolve("gallringsbevis.txt"), certificate.text(Messages.SWEDISH, sha256));
            Journal.durable(folder.resolve("disposal-certificate.txt"), certificate.text(Locale.ENGLISH, sha256));
            Journal.durable(folder.resolve(FILE + ".sig"), signer.detached(json));
            Journal.durable(folder.resolve(FILE), json);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be signed", e);
        }
    }

    /** Of the certificate that lies there. */
    String sha256(Path folder) {
        try {
            return Sha256.of(Files.readAllBytes(folder.resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
