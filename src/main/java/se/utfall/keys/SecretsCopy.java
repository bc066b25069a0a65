package se.utfall.keys;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One copy of the secret store, in a file under the backup's passphrase, apart from the backups of what the secrets open. It is always replaced and never kept
 * beside an older one: a secret that was destroyed is then in no copy either.
 */
public final class SecretsCopy {
    private static final String USE = "utfall secrets 1";
    private static final String NEW = ".new";
    private static final Set<String> NOT_COPIED = Set.of("lock", "hub.lock");
    private final Path file;
    private final LockedFiles locked;

    /** @param passphrase file with the backup's passphrase */
    public SecretsCopy(Path file, Path passphrase) {
        this.file = file;
        this.locked = new LockedFiles(passphrase, USE);
    }

    public Path file() {
        return file;
    }

    /**
     * Replaces the copy by one of the store as it is now; in between nothing is made or destroyed. The new one is whole before the old one goes, whose bytes go with it
     * as far as the disk lets them; a crash between the two leaves the new one under {@code <file>.new}, and the next run makes it again.
     */
    public void replace(SecretStore store) {
        store.holdStill(() -> {
            Path made = file.toAbsolutePath().resolveSibling(file.getFileName() + NEW);
            locked.write(made, out -> write(store.folder(), out));
            if (Files.exists(file)) {
                PrivateFiles.overwriteAndRemove(file);
            }
            PrivateFiles.publish(made, file.toAbsolutePath());
        });
    }

    private static void write(Path folder, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        for (Path one : files(folder)) {
            byte[] content = Files.readAllBytes(one);
            out.writeUTF(folder.relativize(one).toString().replace('\\', '/'));
            out.writeInt(content.length);
            out.write(content);
        }
        out.writeUTF("");
        out.flush();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !NOT_COPIED.contains(String.valueOf(f.getFileName())))
                    .filter(f -> !String.valueOf(f.getFileName()).endsWith(PrivateFiles.UNFINISHED))
                    .sorted()
                    .toList();
        }
    }

    /** Names of the files that are in the copy, after all of it was read; {@link LockedFileException} when it is not whole. */
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        locked.read(file, in -> {
            DataInputStream content = new DataInputStream(in);
            for (String name = content.readUTF(); !name.isEmpty(); name = content.readUTF()) {
                content.skipNBytes(content.readInt());
                names.add(name);
            }
        });
        return names;
    }

    /** Lays the copy into a folder that holds no secrets. A file that is there already is the same or a tombstone's and stays. */
    public void layInto(Path secrets) throws IOException {
        names();
        PrivateFiles.makeFolder(secrets);
        locked.read(file, in -> {
            DataInputStream content = new DataInputStream(in);
            for (String name = content.readUTF(); !name.isEmpty(); name = content.readUTF()) {
                byte[] bytes = content.readNBytes(content.readInt());
                lay(secrets, name, bytes);
            }
        });
    }

    private static void lay(Path secrets, String name, byte[] bytes) throws IOException {
        Path to = secrets.resolve(name).normalize();
        if (!to.startsWith(secrets.normalize())) {
            throw new UncheckedIOException(new IOException("a name that leads out of the folder"));
        }
        PrivateFiles.makeFolder(to.resolveSibling(""));
        if (!Files.exists(to) && !SecretStore.isDestroyed(to)) {
            PrivateFiles.write(to, bytes);
        }
    }
}
