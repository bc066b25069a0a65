package se.utfall.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A dataset's folder while it is being written, under a name that no one takes for a dataset; private to the hub's user. */
record BuildFolder(Path root) {
    /** Makes it, with the folders that the worker writes to. */
    static BuildFolder make(Path root) throws IOException {
        Files.createDirectories(root.getParent());
        Files.createDirectory(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectory(root.resolve("data"));
        Files.createDirectory(root.resolve("csv"));
        return new BuildFolder(root);
    }

    Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    }

    /** All files, by path. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(this::name))
                    .toList();
        }
    }

    /** A file's path within the folder, parted by {@code /}. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Gives it its lasting name, once everything in it is on the disk. */
    Path publish(String name) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                force(path);
            }
        }
        Path lasting = root.resolveSibling(name);
        Files.move(root, lasting, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(lasting.toAbsolutePath().getParent()));
        return lasting;
    }

    private static void force(Path path) throws IOException {
        StandardOpenOption option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
