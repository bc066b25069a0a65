package se.utfall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a room holds of an order, as it lies.
 *
 * @param what population, package, delivery, result, dataset or release
 * @param name its path in the room's folder: ids, never a person
 * @param sha256 of the bytes as they lie
 */
public record HeldFile(String what, String name, long bytes, String sha256) {
    /** Of a file under the folder. */
    public static HeldFile of(String what, Path folder, Path file) throws IOException {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return new HeldFile(what, name, Files.size(file), Sha256.of(file));
    }
}
