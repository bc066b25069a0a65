package se.utfall.exchange;

import java.io.BufferedOutputStream;
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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.utfall.order.OrderId;

/** The packages as they went and came, always encrypted: each file whole and durable under a name of its own, or not there. */
final class Archive {
    private static final String UNFINISHED = ".tmp";
    static final String SEALED = ".sealed";
    private static final int BUFFER = 1 << 16;
    private final Path folder;
    private final OrderSeal seal;

    Archive(Path folder, OrderSeal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** A file in the archive; hash and length are those of what was put in. */
    record Stored(String name, String sha256, long bytes) {}

    /** Durable when it returns; leaves nothing behind when it throws. */
    Stored store(Content content) throws IOException {
        return store(UUID.randomUUID() + ".pgp", (out, name) -> out, content);
    }

    /** The same, sealed once more under the order's secret if it has one. */
    Stored storeFor(OrderId order, Content content) throws IOException {
        return seal.holds(order)
                ? store(UUID.randomUUID() + ".pgp" + SEALED, (out, name) -> seal.sealing(out, order, name), content)
                : store(content);
    }

    /** As it was put in. */
    InputStream open(ReceivedPackage received) throws IOException {
        InputStream file = Files.newInputStream(received.file());
        String name = String.valueOf(received.file().getFileName());
        if (!name.endsWith(SEALED)) {
            return file;
        }
        try {
            return seal.opening(file, received.name().order(), name);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What lies around a file's content. */
    @FunctionalInterface
    private interface Around {
        OutputStream put(OutputStream out, String name) throws IOException;
    }

    private Stored store(String name, Around around, Content content) throws IOException {
        makeFolder();
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Stored stored = write(name, unfinished, around, content);
            Files.move(unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
            return stored;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Stored write(String name, Path file, Around around, Content content) throws IOException {
        MessageDigest digest = Digesting.sha256();
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream lying = around.put(new Open(Channels.newOutputStream(channel)), name);
            Open counted = new Open(new BufferedOutputStream(new DigestOutputStream(lying, digest), BUFFER));
            content.to(counted);
            counted.flush();
            lying.close();
            channel.force(true);
            return new Stored(name, HexFormat.of().formatHex(digest.digest()), counted.written());
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a crash left: files that no package names, unless they are so young that another hub may be about to name them. */
    void sweep(Set<String> named, Instant youngerStay) {
        try {
            makeFolder();
            for (Path file : files()) {
                boolean old = Files.getLastModifiedTime(file).compareTo(FileTime.from(youngerStay)) < 0;
                if (old && !named.contains(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("archive of packages", e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
