package se.utfall.keys;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Files sealed by Tink streaming AEAD (AES-256-GCM-HKDF, segments of 64 kB) under a key derived from a secret; associated data = the secret's
 * kind and name, object, version. A reader gets an {@code IOException} at the first altered, cut or foreign byte.
 */
public final class SealedFiles {
    private static final int KEY = 32;
    private static final int SEGMENT = 1 << 16;
    private final SecretStore secrets;

    public SealedFiles(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes to a temporary name; closing makes the file durable under {@code file}. Not closing leaves nothing readable. What a killed process
     * leaves ends in {@code .tmp} and starts with the file's name.
     */
    public SealedOutput write(Path file, SecretId secret, String object, int version) {
        try {
            return new SealedOutput(file, aead(secret), associated(secret, object, version));
        } catch (IOException e) {
            throw new UncheckedIOException(object + " cannot be sealed", e);
        }
    }

    /** Writes all of the content, or leaves nothing of it when it throws. */
    public void write(Path file, SecretId secret, String object, int version, Content content) throws IOException {
        SealedOutput out = write(file, secret, object, version);
        try {
            content.to(out);
            out.close();
        } finally {
            out.abandon();
        }
    }

    /** Throws {@link UncheckedIOException} when there is no such file, {@link SecretDestroyedException} when nobody can read it any more. */
    public InputStream read(Path file, SecretId secret, String object, int version) {
        StreamingAead aead = aead(secret);
        try {
            InputStream sealed = Files.newInputStream(file);
            try {
                return aead.newDecryptingStream(sealed, associated(secret, object, version));
            } catch (GeneralSecurityException e) {
                sealed.close();
                throw new IOException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(object + " cannot be opened", e);
        }
    }

    /** Seals what is written to it onto the stream, which is closed with it. */
    public OutputStream sealing(OutputStream to, SecretId secret, String object, int version) throws IOException {
        try {
            return aead(secret).newEncryptingStream(to, associated(secret, object, version));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** What {@link #sealing} sealed, in clear; closes the stream with it. */
    public InputStream opening(InputStream from, SecretId secret, String object, int version) throws IOException {
        try {
            return aead(secret).newDecryptingStream(from, associated(secret, object, version));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private StreamingAead aead(SecretId secret) {
        try {
            return new AesGcmHkdfStreaming(secrets.derive(secret, "sealed-files", KEY), "HmacSha256", KEY, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The object may hold any character: kind and name cannot hold a slash, and the version stands last. */
    private static byte[] associated(SecretId secret, String object, int version) {
        return (secret.kind() + "/" + secret.name() + "/" + object + "/" + version).getBytes(StandardCharsets.UTF_8);
    }
}
