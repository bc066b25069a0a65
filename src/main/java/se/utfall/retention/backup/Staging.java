package se.utfall.retention.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.store.DatabaseImage;
import se.utfall.store.Folders;

/**
 * Lays a backup out beside what it is to replace, each folder under a name of its own next to it, and then changes the names. Until then nothing of the hub is touched;
 * from then on every step can be done again and only leads forward.
 */
final class Staging {
    private static final String NEW = ".restore-new";
    private static final String OLD = ".restore-old";
    private static final String IMAGE = "restore.image";
    private final BackupPlaces places;
    private long files;
    private long bytes;

    Staging(BackupPlaces places) {
        this.places = places;
    }

    /** What an earlier restore left that never came to its point of no return. */
    void clear() throws IOException {
        Folders.remove(image());
        for (Path folder : places.folders().values()) {
            Folders.remove(beside(folder, NEW));
        }
    }

    /** All of the backup's content. What is of an order that was disposed of since is left out: nobody can read it. */
    void lay(DataInputStream in, SecretStore secrets) throws IOException {
        files = 0;
        bytes = 0;
        SealedFiles sealed = new SealedFiles(secrets);
        for (Path folder : places.folders().values()) {
            makeFolder(beside(folder, NEW));
        }
        for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
            Entries entry = Entries.of(name);
            InputStream chunks = Chunked.reading(in);
            if (entry.folder().equals(Entries.DATABASE)) {
                write(chunks, image());
            } else if (entry.order().isEmpty()) {
                count(write(chunks, target(entry)));
            } else if (secrets.holds(SecretId.order(entry.order()))) {
                SecretId secret = SecretId.order(entry.order());
                count(write(sealed.opening(chunks, secret, "backup/" + entry.path(), 1), target(entry)));
            }
            chunks.transferTo(OutputStream.nullOutputStream());
        }
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /** Reads all of it and keeps nothing. */
    static void readThrough(DataInputStream in) throws IOException {
        for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
            Chunked.reading(in).transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The database first: a folder that has its name already says that the database is done. Each step is harmless when it was done before. */
    DatabaseImage.Counted putInPlace(String schema) throws IOException {
        DatabaseImage.Counted counted = new DatabaseImage.Counted(0, 0);
        if (Files.exists(image())) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(image()))) {
                counted = DatabaseImage.lay(places.store(), schema, in);
            }
            Folders.remove(image());
        }
        for (Path folder : places.folders().values()) {
            swap(folder);
        }
        return counted;
    }

    /** Clears the old away, for what is in it may be what was to be got rid of. */
    void removeOld() throws IOException {
        for (Path folder : places.folders().values()) {
            Folders.remove(beside(folder, OLD));
        }
    }

    private static void swap(Path folder) throws IOException {
        Path made = beside(folder, NEW);
        if (!Files.exists(made)) {
            return;
        }
        if (Files.exists(folder)) {
            Folders.remove(beside(folder, OLD));
            Files.move(folder, beside(folder, OLD), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(folder.resolveSibling(""));
    }

    private void count(long size) {
        files++;
        bytes += size;
    }

    private Path target(Entries entry) throws IOException {
        Path folder = places.folders().get(entry.folder());
        if (folder == null) {
            throw new UncheckedIOException(new IOException("a folder that this hub does not have"));
        }
        Path made = beside(folder, NEW);
        Path target = made.resolve(entry.path()).normalize();
        if (!target.startsWith(made)) {
            throw new UncheckedIOException(new IOException("a name that leads out of its folder"));
        }
        Files.createDirectories(target.resolveSibling(""));
        return target;
    }

    private static long write(InputStream content, Path to) throws IOException {
        makeFolder(to.toAbsolutePath().resolveSibling(""));
        try (FileChannel channel = FileChannel.open(
                to,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            long size = content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return size;
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private Path image() {
        return places.data().resolve(IMAGE);
    }

    private static Path beside(Path folder, String end) {
        return folder.toAbsolutePath().normalize().resolveSibling(folder.getFileName() + end);
    }
}
