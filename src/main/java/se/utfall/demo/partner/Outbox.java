package se.utfall.demo.partner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts packages into {@code /out}: the bytes under {@code <name>.part}, then the mark with their hash, then the name. Killed before the mark, nothing was
 * sent and the sequence is free; killed after it, the rename is made up for. So no name ever stands for two contents.
 */
final class Outbox {
    private final Path folder;
    private final Marks marks;

    Outbox(Path folder, Marks marks) {
        this.folder = folder;
        this.marks = marks;
    }

    /** Makes up for what a crash left undone, and clears away what was never sent. */
    void settle() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + Durable.PART)) {
            for (Path part : parts) {
                String name = String.valueOf(part.getFileName());
                settle(part, name.substring(0, name.length() - Durable.PART.length()));
            }
        }
    }

    private void settle(Path part, String name) throws IOException {
        Optional<Sent> mark = marks.findSent(name);
        boolean sent = mark.isPresent() && mark.get().sha256().equals(Durable.sha256(part));
        if (sent && Files.notExists(folder.resolve(name))) {
            Durable.settle(part, folder.resolve(name));
        } else {
            Files.delete(part);
        }
    }

    /** Sends a package; {@code mark} makes its mark from the SHA-256 of its bytes. */
    Sent send(PackageId id, Sealing.Content bytes, Function<String, Sent> mark) throws IOException {
        Path file = folder.resolve(id.fileName());
        Path part = write(file, bytes);
        Sent sent = mark.apply(Durable.sha256(part));
        marks.send(sent);
        Durable.settle(part, file);
        return sent;
    }

    /** Breaks the rule on purpose: other bytes under a name that is taken. The mark stays the first one's. */
    void replace(PackageId id, Sealing.Content bytes) throws IOException {
        Path file = folder.resolve(id.fileName());
        Durable.settle(write(file, bytes), file);
    }

    private static Path write(Path file, Sealing.Content bytes) throws IOException {
        Path part = Durable.part(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            bytes.to(out);
        }
        Durable.force(part);
        return part;
    }
}
