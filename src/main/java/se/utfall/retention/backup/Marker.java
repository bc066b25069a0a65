package se.utfall.retention.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import se.utfall.store.Folders;

/** Lies in the data folder from the moment a restore can only go forward until it is done. */
final class Marker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Path done;

    Marker(Path data) {
        this.file = data.resolve("restore.ready");
        this.done = data.resolve("restore.done");
    }

    Optional<BackupView> find() {
        return find(file);
    }

    private static Optional<BackupView> find(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), BackupView.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(file.getFileName()), e);
        }
    }

    void set(BackupView view) throws IOException {
        Path part = file.resolveSibling("restore.ready.part");
        Files.write(part, json(view));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(file.resolveSibling(""));
    }

    /** The hub may start; what it does first is still to come. */
    void done() throws IOException {
        Files.move(file, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(file.resolveSibling(""));
    }

    Optional<BackupView> findDone() {
        return find(done);
    }

    void forget() {
        try {
            Files.deleteIfExists(done);
            Folders.sync(file.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("restore.done", e);
        }
    }

    private static byte[] json(BackupView view) throws JsonProcessingException {
        return JSON.writeValueAsBytes(view);
    }
}
