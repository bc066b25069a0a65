package se.utfall.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.register.Register.AbsentKeys;
import se.utfall.register.Register.Applied;
import se.utfall.store.Database;

/**
 * Brings checked files into the register: one pass that only counts, then batches, each with its progress in one transaction, then the end. A restart
 * goes on after the last batch that held.
 */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final String CHECKED = FileReport.State.CHECKED.name();
    private static final Applied NOTHING = new Applied(0, 0, 0, 0, 0, 0, List.of(), List.of());
    private final House house;
    private final Database database;
    private final JdbcFiles files;
    private final Ledger ledger;
    private final Opening opening;

    Loading(House house) {
        this.house = house;
        this.database = house.database();
        this.files = house.files();
        this.ledger = house.ledger();
        this.opening = new Opening(house);
    }

    Optional<FileReport> next() {
        return files.nextToLoad().map(this::load);
    }

    private FileReport load(StoredFile file) {
        try {
            if (file.done() > 0 || stands(file)) {
                finish(file, batches(file));
            }
            return house.reports().get(file.id());
        } catch (RuntimeException | IOException e) {
            files.failed(file.id());
            database.useTransaction(h -> ledger.raise(h, Ledger.STUCK, file.source(), file.name()));
            throw new IllegalStateException("file " + file.id() + " could not be loaded", e);
        }
    }

    /** Whether the file may be loaded; else it is set aside whole. */
    private boolean stands(StoredFile file) {
        if (file.full() && files.laterFull(file.type(), file.extractedAt())) {
            setAside(file, FileRefusedException.of(FileFault.FULL_GAMMAL), null);
            return false;
        }
        try (CsvRows rows = opening.rows(file)) {
            DryRun run = DryRun.over(rows, opening.reading(file));
            if (!file.badWaived() && house.settings().profile(file.source()).tooManyBad(run.bad(), file.rows())) {
                setAside(file, FileRefusedException.counted(FileFault.FOR_MANGA_FEL, run.bad()), run);
                return false;
            }
            return true;
        } catch (FileRefusedException e) {
            setAside(file, e, null);
        } catch (IOException | UncheckedIOException e) {
            setAside(file, FileRefusedException.of(FileFault.ARKIV), null);
        }
        return false;
    }

    private void setAside(StoredFile file, FileRefusedException why, @Nullable DryRun run) {
        database.useTransaction(h -> {
            files.move(
                    h,
                    file.id(),
                    CHECKED,
                    FileReport.State.QUARANTINED,
                    why.fault().name());
            if (run != null) {
                files.rejected(h, file.id(), run.rejected());
                ledger.note(h, file.id(), run.faults());
            }
            ledger.setAside(h, file.id(), file.source(), file.name(), why.noted());
            ledger.resolve(h, Ledger.STUCK, file.source(), file.name());
        });
    }

    private Named batches(StoredFile file) throws IOException {
        Named named = new Named();
        LocalCodes codes = LocalCodes.load(database);
        RowReading reading = opening.reading(file);
        int at = 0;
        int done = file.done();
        Batch batch = new Batch();
        try (CsvRows rows = opening.rows(file)) {
            while (rows.hasNext()) {
                CsvRow record = rows.next();
                boolean fresh = at++ >= file.done();
                if (fresh || file.full()) {
                    note(reading.read(record), fresh ? batch : null, file.full() ? named : null);
                }
                if (batch.isFull() || (!batch.isEmpty() && !rows.hasNext())) {
                    done += commit(file, done, batch, codes);
                    batch = new Batch();
                }
            }
        }
        return named;
    }

    private static void note(RowOutcome row, @Nullable Batch batch, @Nullable Named named) {
        if (batch != null) {
            batch.add(row);
        }
        if (named != null) {
            named.note(row);
        }
    }

    private int commit(StoredFile file, int done, Batch batch, LocalCodes codes) {
        return database.inTransaction(h -> {
            Applied applied = batch.facts().isEmpty() ? NOTHING : house.facts().apply(h, batch.facts());
            codes.note(h, file.id(), batch);
            Tally tally = batch.tally(applied);
            files.progress(h, file.id(), done, tally);
            ledger.note(h, file.id(), batch.noted());
            return tally.rows();
        });
    }

    private void finish(StoredFile file, Named named) {
        database.useTransaction(h -> {
            files.close(h, file.id());
            ledger.step(h, file.id(), FileStep.Kind.LOADED, Integer.toString(file.rows()));
            if (file.full() && house.layouts().of(file.type()).removesByAbsence()) {
                overtake(h, file);
                absence(h, file, named);
            }
            FileReport report = house.reports().get(h, file.id());
            ledger.trail(
                    h,
                    "FILE_LOADED",
                    file.name(),
                    report.rows(),
                    "file " + file.id() + " loaded " + report.loaded() + " replaced " + report.replaced()
                            + " unchanged " + report.unchanged() + " superseded " + report.superseded() + " removed "
                            + report.removed() + " rejected " + report.rejected());
            ledger.resolve(h, Ledger.STUCK, file.source(), file.name());
        });
        LOG.info("file {} of {} loaded: {} rows", file.id(), file.source(), file.rows());
    }

    /** Takes away what a full file no longer holds, unless a row's key is unreadable or more than a tenth would go (contract 1). */
    private void absence(Handle handle, StoredFile file, Named named) {
        AbsentKeys keys = house.facts().absent(handle, file.type(), file.extractedAt(), named.keys());
        if (keys.absent() == 0) {
            return;
        }
        boolean people = named.unreadable() || keys.absent() * 10L > keys.current();
        FlagCode code = people ? FlagCode.FULL_INGET_BORTTAGET : FlagCode.FULL_BORTTAGNA;
        if (people) {
            house.decisions().absent(handle, file.id(), named.unreadable() ? Absence.UNREADABLE : Absence.MANY);
            ledger.step(handle, file.id(), FileStep.Kind.REMOVAL_WAITS, Integer.toString(keys.absent()));
            ledger.raise(handle, Ledger.NOTHING_REMOVED, file.source(), file.name());
        } else {
            house.facts().removeAbsent(handle, file.type(), file.extractedAt(), named.keys());
        }
        ledger.note(handle, file.id(), List.of(Noted.note("", code.name(), keys.absent())));
    }

    /** A later full file speaks for the type: what earlier ones would have removed is no longer asked about. */
    private void overtake(Handle handle, StoredFile file) {
        JdbcDecisions decisions = house.decisions();
        for (StandingFile earlier : decisions.overtaken(handle, file.type(), file.extractedAt(), file.id())) {
            decisions.absent(handle, earlier.id(), Absence.OVERTAKEN);
            ledger.step(handle, earlier.id(), FileStep.Kind.REMOVAL_OVERTAKEN, "");
            ledger.resolve(handle, Ledger.NOTHING_REMOVED, earlier.source(), earlier.name());
        }
    }
}
