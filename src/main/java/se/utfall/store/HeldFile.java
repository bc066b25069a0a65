package se.utfall.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that a room holds of an order, as it lies.
 *
 * @param what population, package, delivery, result, dataset or release
 * @param name its path in the room's folder: ids, never a person
 * @param sha256 of the bytes as they lie
 */
public record HeldFile(String what, String name, long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** Of a file under the folder. */
    public static HeldFile of(String what, Path folder, Path file) throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        return new HeldFile(what, name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
