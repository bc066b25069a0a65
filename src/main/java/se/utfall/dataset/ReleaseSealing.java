package se.utfall.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.openpgp.PGPPublicKey;

/** Encrypts to a recipient's key and signs by the hub's; what does it is wired in where the rooms are built. */
@FunctionalInterface
public interface ReleaseSealing {
    /** Reads {@code plain} to its end; closes neither stream. */
    void seal(PGPPublicKey recipient, InputStream plain, OutputStream out) throws IOException;
}
