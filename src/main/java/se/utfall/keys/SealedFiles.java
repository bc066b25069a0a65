package se.utfall.keys;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Files sealed by Tink streaming AEAD under a key derived from a secret; associated data = secret's name, object, version. A reader gets an
 * {@code IOException} at the first altered, cut or foreign byte.
 */
public final class SealedFiles {
    private final SecretStore secrets;

    public SealedFiles(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Writes to a temporary name; closing makes the file durable under {@code file}. Not closing leaves nothing readable. */
    public OutputStream write(Path file, SecretId secret, String object, int version) {
        throw new UnsupportedOperationException();
    }

    public InputStream read(Path file, SecretId secret, String object, int version) {
        throw new UnsupportedOperationException();
    }
}
