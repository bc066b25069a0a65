package se.utfall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A private folder (mode 0700), emptied at start, for what may lie in clear only while it is being read. */
public final class WorkArea implements AutoCloseable {
    private final Path root;
    private final boolean temporary;

    private WorkArea(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    /** The hub's own, emptied of what a killed process left. */
    public static WorkArea open(Path root) {
        return open(root, false);
    }

    /** One of its own for a process beside the hub; nothing of it is left after closing. */
    public static WorkArea beside(Path root) {
        return open(root.resolveSibling(root.getFileName() + "-" + UUID.randomUUID()), true);
    }

    private static WorkArea open(Path root, boolean temporary) {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            WorkArea area = new WorkArea(root.toRealPath(), temporary);
            area.empty();
            return area;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path for a new file that nobody else uses; the file is not made. */
    public Path newFile(String suffix) {
        return root.resolve(UUID.randomUUID() + suffix);
    }

    public Path root() {
        return root;
    }

    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            empty();
            if (temporary) {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).filter(p -> !p.equals(root)).forEach(this::delete);
        }
    }
}
