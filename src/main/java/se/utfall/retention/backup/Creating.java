package se.utfall.retention.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import se.utfall.keys.LockedFiles;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.retention.backup.BackupRefusedException.Code;
import se.utfall.store.Database;
import se.utfall.store.DatabaseImage;
import se.utfall.store.Folders;

/**
 * Writes a backup beside a running hub. The database's moment comes first: a file lies whole before a row names it, so that every file of that moment is copied after it.
 * One that vanished meanwhile may have been needed: then all is begun anew.
 */
final class Creating {
    private static final int TRIES = 3;
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".lock");
    private final BackupPlaces places;
    private final LockedFiles locked;
    private final SecretStore secrets;
    private final SealedFiles sealed;
    private final Database database;
    private long files;
    private long bytes;

    Creating(BackupPlaces places, LockedFiles locked, SecretStore secrets, Database database) {
        this.places = places;
        this.locked = locked;
        this.secrets = secrets;
        this.sealed = new SealedFiles(secrets);
        this.database = database;
    }

    /** A file that was to be copied is not there any more. */
    private static final class Vanished extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    BackupView create(Path to, Consumer<String> progress) throws IOException {
        for (int left = TRIES; ; left--) {
            try {
                return write(to, progress);
            } catch (Vanished e) {
                if (left == 1) {
                    throw new BackupRefusedException(Code.RESTLESS, String.valueOf(to.getFileName()));
                }
            }
        }
    }

    private BackupView write(Path to, Consumer<String> progress) throws IOException {
        files = 0;
        bytes = 0;
        BackupView[] made = new BackupView[1];
        locked.write(to, out -> made[0] = content(to, new DataOutputStream(out), progress));
        return made[0];
    }

    private BackupView content(Path to, DataOutputStream out, Consumer<String> progress) {
        return database.inSnapshot(handle -> {
            try {
                Manifest manifest = manifest(handle);
                out.writeUTF(manifest.json());
                progress.accept("database");
                DatabaseImage.Counted counted = image(handle, out);
                for (Map.Entry<String, Path> folder : places.folders().entrySet()) {
                    progress.accept(folder.getKey());
                    folder(folder.getKey(), folder.getValue(), out);
                }
                out.writeUTF("");
                out.flush();
                return new BackupView(
                        String.valueOf(to.getFileName()),
                        manifest.createdAt(),
                        manifest.schema(),
                        counted.tables(),
                        counted.rows(),
                        files,
                        bytes,
                        manifest.orders(),
                        List.of(),
                        false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Manifest manifest(Handle handle) {
        List<String> orders =
                handle.createQuery("SELECT order_id FROM order_ ORDER BY order_id").mapTo(String.class).list().stream()
                        .filter(order -> secrets.holds(SecretId.order(order)))
                        .toList();
        return new Manifest(
                Manifest.FORMAT,
                places.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                DatabaseImage.version(handle),
                secrets.rootCheck(),
                orders);
    }

    private static DatabaseImage.Counted image(Handle handle, DataOutputStream out) throws IOException {
        out.writeUTF(new Entries("", Entries.DATABASE, "").name());
        try (OutputStream content = Chunked.writing(out)) {
            return DatabaseImage.write(handle, content);
        }
    }

    private void folder(String name, Path folder, DataOutputStream out) throws IOException {
        for (Path file : listed(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            String named =
                    places.ofOrders().contains(name) ? Entries.orderOf(path).orElse("") : "";
            if (!named.isEmpty() && secrets.destroyedAt(SecretId.order(named)).isPresent()) {
                continue; // a disposal is about to remove it
            }
            String order = !named.isEmpty() && secrets.holds(SecretId.order(named)) ? named : "";
            Entries entry = new Entries(order, name, path);
            try (InputStream content = open(file)) {
                out.writeUTF(entry.name());
                copy(content, entry, out);
            }
            files++;
        }
    }

    private void copy(InputStream content, Entries entry, DataOutputStream out) throws IOException {
        OutputStream chunks = Chunked.writing(out);
        OutputStream to = entry.order().isEmpty()
                ? chunks
                : sealed.sealing(chunks, SecretId.order(entry.order()), "backup/" + entry.path(), 1);
        bytes += content.transferTo(to);
        to.close();
        chunks.close();
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new Vanished();
        }
    }

    /** Without what is being written: no row names it. */
    private static List<Path> listed(Path folder) throws IOException {
        List<Path> listed = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            Path name = folder.relativize(file);
            boolean finished =
                    UNFINISHED.stream().noneMatch(end -> name.toString().endsWith(end));
            if (finished && !name.toString().startsWith(".")) {
                listed.add(file);
            }
        }
        return listed;
    }
}
