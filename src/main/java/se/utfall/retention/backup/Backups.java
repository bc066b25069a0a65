package se.utfall.retention.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.LockedFileException;
import se.utfall.keys.LockedFiles;
import se.utfall.keys.SecretStore;
import se.utfall.keys.SecretsCopy;
import se.utfall.retention.backup.BackupRefusedException.Code;
import se.utfall.store.Database;
import se.utfall.store.DatabaseImage;
import se.utfall.store.Folders;
import se.utfall.store.ProcessLock;

/** Makes backups and lays them back. A restore changes nothing of the hub before all of the backup was read and checked; cut short after that it is carried on by the next. */
public final class Backups {
    private static final String USE = "utfall backup 1";
    private final BackupPlaces places;
    private final Path passphrase;
    private final SecretsCopy copy;
    private final LockedFiles locked;
    private final Marker marker;

    /** Refuses when the configuration does not say what a backup needs. */
    public Backups(BackupPlaces places) {
        Path secretsCopy = places.secretsCopy();
        Path named = places.passphrase();
        if (named == null || secretsCopy == null) {
            throw new BackupRefusedException(Code.NOT_CONFIGURED, "backup");
        }
        this.places = places;
        this.passphrase = named;
        this.copy = new SecretsCopy(secretsCopy, passphrase);
        this.locked = new LockedFiles(passphrase, USE);
        this.marker = new Marker(places.data());
    }

    /** Throws when a restore was cut short: nothing may be done before it is carried on. */
    public static void requireFinished(Path data) {
        new Marker(data).find().ifPresent(view -> {
            throw new BackupRefusedException(Code.UNFINISHED, view.file());
        });
    }

    /** What is to be done first by a hub that was put back; forgotten once it is done. */
    public static void afterRestore(Path data, Consumer<BackupView> act) {
        Marker marker = new Marker(data);
        marker.findDone().ifPresent(view -> {
            act.accept(view);
            marker.forget();
        });
    }

    /** Beside a running hub or a stopped one. The secrets' copy is replaced last: it holds all that the backup needs. */
    public BackupView create(Path to, Consumer<String> progress) {
        requireFinished(places.data());
        if (Files.exists(to)) {
            throw new BackupRefusedException(Code.EXISTS, String.valueOf(to));
        }
        SecretStore secrets = SecretStore.open(places.keys(), places.clock());
        try (Database database = Database.open(places.store())) {
            secrets.tieTo(database);
            BackupView made = new Creating(places, locked, secrets, database).create(to, progress);
            progress.accept("secrets");
            copy.replace(secrets);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(to.getFileName()), e);
        }
    }

    /**
     * Puts a backup in place of what is there.
     *
     * @param replace also where there is a hub already
     * @param disposals a copy of the folder {@code disposals} beside the secrets; needed where there are no secrets
     */
    public BackupView restore(Path from, boolean replace, @Nullable Path disposals, Consumer<String> progress) {
        ProcessLock lock = ProcessLock.take(places.data())
                .orElseThrow(() -> new BackupRefusedException(Code.HELD, String.valueOf(places.data())));
        try (ProcessLock held = lock) {
            Objects.requireNonNull(held);
            Optional<BackupView> begun = marker.find();
            if (begun.isPresent()) {
                progress.accept("carry-on");
                return putInPlace(begun.get());
            }
            return putInPlace(stage(from, replace, disposals, progress));
        } catch (LockedFileException e) {
            throw new BackupRefusedException(Code.valueOf(e.code().name()), String.valueOf(from.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(from.getFileName()), e);
        }
    }

    private BackupView stage(Path from, boolean replace, @Nullable Path disposals, Consumer<String> progress)
            throws IOException {
        if (!Files.isRegularFile(from)) {
            throw new BackupRefusedException(Code.NO_FILE, String.valueOf(from));
        }
        if (!replace && !isUnused()) {
            throw new BackupRefusedException(Code.NOT_EMPTY, String.valueOf(places.data()));
        }
        progress.accept("check");
        Manifest manifest = checked(from);
        SecretStore secrets = new Secrets(places, copy).ready(manifest, disposals);
        progress.accept("unpack");
        Staging staging = new Staging(places);
        staging.clear();
        try {
            locked.read(from, in -> {
                DataInputStream content = new DataInputStream(in);
                content.readUTF();
                staging.lay(content, secrets);
            });
        } catch (IOException | RuntimeException e) {
            staging.clear();
            throw e;
        }
        BackupView view = new BackupView(
                String.valueOf(from.getFileName()),
                manifest.createdAt(),
                manifest.schema(),
                0,
                0,
                staging.files(),
                staging.bytes(),
                manifest.orders(),
                Secrets.disposed(secrets, manifest),
                journalLost());
        marker.set(view);
        progress.accept("place");
        return view;
    }

    /** All of it read once, so that it is known to be whole. */
    private Manifest checked(Path from) throws IOException {
        Manifest[] manifest = new Manifest[1];
        locked.read(from, in -> {
            DataInputStream content = new DataInputStream(in);
            manifest[0] = Manifest.of(content.readUTF());
            if (!DatabaseImage.knows(manifest[0].schema())) {
                throw new BackupRefusedException(Code.OTHER_SCHEMA, manifest[0].schema());
            }
            Staging.readThrough(content);
        });
        return manifest[0];
    }

    private BackupView putInPlace(BackupView view) throws IOException {
        Staging staging = new Staging(places);
        DatabaseImage.Counted counted = staging.putInPlace(view.schema());
        staging.removeOld();
        marker.done();
        return new BackupView(
                view.file(),
                view.createdAt(),
                view.schema(),
                counted.tables(),
                counted.rows(),
                view.files(),
                view.bytes(),
                view.orders(),
                view.disposedSince(),
                view.journalLost());
    }

    private boolean journalLost() throws IOException {
        Path journal = places.journal();
        return journal != null && Folders.files(journal).isEmpty();
    }

    private boolean isUnused() throws IOException {
        for (Path folder : places.folders().values()) {
            List<Path> files = Folders.files(folder);
            if (files.stream().anyMatch(f -> !"hub.id".equals(String.valueOf(f.getFileName())))) {
                return false;
            }
        }
        return DatabaseImage.isUnused(places.store());
    }
}
