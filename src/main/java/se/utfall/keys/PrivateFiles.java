package se.utfall.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;

/** Small files that are whole or not there: temporary name, fsync of file and folder, atomic rename; mode 0600 in folders of mode 0700. */
final class PrivateFiles {
    static final String UNFINISHED = ".tmp";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PrivateFiles() {}

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
    }

    /** A new file that only its owner may read, from its first moment on. */
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER));
    }

    static void write(Path file, byte[] content) throws IOException {
        Path unfinished = unfinished(file);
        try {
            try (FileChannel out = create(unfinished)) {
                fill(out, content);
            }
            publish(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Gives a finished, synced file its name and makes the name durable. */
    static void publish(Path finished, Path file) throws IOException {
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(file);
    }

    /** Replaces the content by random bytes on the disk, then removes the file. */
    static void overwriteAndRemove(Path file) throws IOException {
        overwrite(file);
        Files.delete(file);
        syncFolder(file);
    }

    static void overwrite(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[(int) out.size()];
            RANDOM.nextBytes(noise);
            fill(out, noise);
        }
    }

    static void keepToOwner(Path file) throws IOException {
        Files.setPosixFilePermissions(file, OWNER);
    }

    static boolean isOwnersOnly(Path file) throws IOException {
        return OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void fill(FileChannel out, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        out.force(true);
    }
}
