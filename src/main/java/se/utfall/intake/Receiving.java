package se.utfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.store.ActingUser;
import se.utfall.store.Arrival;
import se.utfall.store.Database;

/**
 * Takes a file in: checked as a whole, then sealed, then CHECKED in the ledger, in that order; a crash before the last leaves nothing taken, and the
 * file is fetched again.
 */
final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final String SEALING = "SEALING";
    private final Database database;
    private final JdbcFiles files;
    private final JdbcSightings sightings;
    private final JdbcReports reports;
    private final JdbcSteps steps;
    private final Ledger ledger;
    private final Archive archive;
    private final ContentHash hashes;
    private final Layouts layouts;
    private final BlockList blocked;
    private final IntakeSettings settings;

    Receiving(House house) {
        this.database = house.database();
        this.files = house.files();
        this.sightings = house.sightings();
        this.reports = house.reports();
        this.steps = house.steps();
        this.ledger = house.ledger();
        this.archive = house.archive();
        this.hashes = house.hashes();
        this.layouts = house.layouts();
        this.blocked = house.blocked();
        this.settings = house.settings();
    }

    FileReport receive(Arrival manifest, Arrival file) {
        try {
            return Files.exists(file.path())
                    ? take(manifest, file)
                    : JdbcReports.waiting(file.source(), file.name(), Ledger.NO_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of " + file.source() + " could not be read", e);
        } finally {
            delete(manifest.path());
            delete(file.path());
        }
    }

    private FileReport take(Arrival manifest, Arrival file) throws IOException {
        byte[] said = readManifest(manifest.path());
        byte[] sha256 = ContentHash.sha256(file.path());
        StoredFile.Incoming in = incoming(file, hashes.keyed(sha256), hashes.keyed(said), null);
        try {
            FileName name = FileName.of(file.name());
            Manifest read = Manifest.read(said, name);
            in = incoming(file, in.contentHash(), hashes.keyed(utf8(read.meaning())), read);
            if (!ContentHash.hex(sha256).equals(read.sha256())) {
                throw FileRefusedException.of(FileFault.HASH);
            }
            if (heldAlready(in)) {
                return unchanged(in, manifest, file);
            }
            Charset charset = Charset.forName(in.profile().charset());
            Structure.check(file.path(), charset, layouts.of(read.type()), blocked, read.rows());
            return accept(in, manifest, file);
        } catch (FileRefusedException e) {
            return setAsideBefore(in, e.fault()) ? unchanged(in, manifest, file) : setAside(in, e, manifest, file);
        }
    }

    private StoredFile.Incoming incoming(Arrival file, String content, String manifest, @Nullable Manifest read) {
        return new StoredFile.Incoming(
                UUID.randomUUID().toString(),
                file.source(),
                file.name(),
                content,
                manifest,
                settings.profile(file.source()),
                read);
    }

    /** Whether the name is accepted with the same content; other content under it refuses the file. One set aside whole by its rows is held too. */
    private boolean heldAlready(StoredFile.Incoming in) {
        Optional<JdbcFiles.Hashes> accepted = files.accepted(in.source(), in.name());
        if (accepted.isPresent() && !accepted.get().same(in)) {
            throw FileRefusedException.of(FileFault.NAMN_UPPTAGET);
        }
        return accepted.isPresent() || setAsideBefore(in, FileFault.FOR_MANGA_FEL, FileFault.FULL_GAMMAL);
    }

    private boolean setAsideBefore(StoredFile.Incoming in, FileFault... faults) {
        return files.setAside(in.source(), in.name()).stream().anyMatch(h -> h.same(in) && h.codeIsOneOf(faults));
    }

    private FileReport accept(StoredFile.Incoming in, Arrival manifest, Arrival file) {
        for (String id : files.unfinishedSeals(in.source(), in.name())) {
            archive.delete(id);
            database.useTransaction(h -> files.forget(h, id));
        }
        database.useTransaction(h -> files.insert(h, in, SEALING, null));
        archive.seal(in.id(), file.path());
        database.useTransaction(h -> {
            cameBy(h, in, manifest);
            ledger.step(h, in.id(), FileStep.Kind.ARCHIVED, "");
            ledger.step(h, in.id(), FileStep.Kind.CHECKED, "");
            files.move(h, in.id(), SEALING, FileReport.State.CHECKED, null);
            sightings.taken(h, manifest.seen());
            sightings.taken(h, file.seen());
            ledger.resolve(h, Ledger.SET_ASIDE, in.source(), in.name());
            ledger.resolve(h, Ledger.NO_FILE, in.source(), in.name());
            ledger.resolve(h, Ledger.NO_MANIFEST, in.source(), in.name());
        });
        LOG.info("file {} of {} checked", in.id(), in.source());
        return reports.get(in.id());
    }

    private FileReport unchanged(StoredFile.Incoming in, Arrival manifest, Arrival file) {
        settle(in, manifest, file, FileReport.State.UNCHANGED, null);
        LOG.info("file {} of {} holds what is known already", in.id(), in.source());
        return reports.get(in.id());
    }

    private FileReport setAside(StoredFile.Incoming in, FileRefusedException why, Arrival manifest, Arrival file) {
        settle(in, manifest, file, FileReport.State.QUARANTINED, why);
        return reports.get(in.id());
    }

    private void settle(
            StoredFile.Incoming in,
            Arrival manifest,
            Arrival file,
            FileReport.State state,
            @Nullable FileRefusedException why) {
        database.useTransaction(h -> {
            files.insert(h, in, state.name(), why == null ? null : why.fault().name());
            cameBy(h, in, manifest);
            sightings.taken(h, manifest.seen());
            sightings.taken(h, file.seen());
            ledger.resolve(h, Ledger.NO_FILE, in.source(), in.name());
            ledger.resolve(h, Ledger.NO_MANIFEST, in.source(), in.name());
            if (why == null) {
                ledger.step(h, in.id(), FileStep.Kind.UNCHANGED, "");
            } else {
                ledger.setAside(h, in.id(), in.source(), in.name(), why.noted());
            }
        });
    }

    /** When the manifest was first seen as it was then taken, and that it now is. */
    private void cameBy(Handle handle, StoredFile.Incoming in, Arrival manifest) {
        sightings
                .find(handle, in.source(), manifest.name())
                .ifPresent(seen -> steps.add(
                        handle, in.id(), new FileStep(seen.since(), FileStep.Kind.SEEN, ActingUser.HUB.name(), "")));
        ledger.step(handle, in.id(), FileStep.Kind.PULLED, "");
    }

    private static byte[] readManifest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(Manifest.LARGEST + 1);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("an arrival could not be deleted", e);
        }
    }
}
