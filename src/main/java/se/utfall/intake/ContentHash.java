package se.utfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import se.utfall.keys.KeyedHash;
import se.utfall.keys.SecretStore;

/** Hashes of the bytes as they lie: plain to compare with a manifest, keyed to remember (the plain hash of a small file can be guessed). */
final class ContentHash {
    private static final int KEY_BYTES = 32;
    private static final int BUFFER = 1 << 16;
    private final KeyedHash keyed;

    ContentHash(SecretStore secrets) {
        secrets.ensure(Archive.SECRET);
        keyed = new KeyedHash(secrets.derive(Archive.SECRET, "file-hash", KEY_BYTES));
    }

    static byte[] sha256(Path file) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be read", e);
        }
        return digest.digest();
    }

    String keyed(byte[] message) {
        return HexFormat.of().formatHex(keyed.of(message));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
