package se.utfall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.Folders;

/**
 * Takes requested datasets to their end, one at a time. Everything before the last transaction can be done again: what an attempt that was cut short left behind is
 * removed by the next, and no folder counts that the table does not name.
 */
final class Builds {
    static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);
    static final String ROOM = "dataset";
    static final String NOT_BUILT = "NOT_BUILT";
    static final String GIVEN_UP = "GIVEN_UP";

    private final Path root;
    private final Database database;
    private final JdbcDatasets datasets;
    private final Building building;
    private final AuditTrail audit;
    private final Tasks tasks;
    private final Clock clock;

    Builds(
            Path root,
            Database database,
            JdbcDatasets datasets,
            Building building,
            AuditTrail audit,
            Tasks tasks,
            Clock clock) {
        this.root = root;
        this.database = database;
        this.datasets = datasets;
        this.building = building;
        this.audit = audit;
        this.tasks = tasks;
        this.clock = clock;
    }

    Optional<DatasetView> next() {
        return database.inTransaction(handle -> datasets.claim(handle, clock.instant(), Lease.LENGTH))
                .map(this::build);
    }

    private DatasetView build(Claim claim) {
        MDC.put("dataset", claim.id());
        Lease lease = new Lease(() -> renew(claim));
        try {
            sweep(claim);
            finish(claim, building.build(claim, claim.buildFolder(root)));
        } catch (DeliveredMeanwhileException e) {
            LOG.info("a delivery came while the dataset was built; it is built again");
            database.useTransaction(handle -> datasets.notBefore(handle, claim, clock.instant()));
        } catch (WorkerFailedException e) {
            LOG.warn("try {}: {}", claim.failures() + 1, e.getMessage());
            failed(claim, e.ending().name());
        } catch (IOException e) {
            failed(claim, "IO");
            throw new UncheckedIOException(claim.id(), e);
        } catch (RuntimeException e) {
            failed(claim, "BUILD");
            throw e;
        } finally {
            lease.close();
            discard(() -> Folders.remove(claim.buildFolder(root)));
            MDC.remove("dataset");
        }
        return database.inTransaction(handle -> datasets.get(handle, claim.id()));
    }

    /** Not when the clock stands still; the lease is for others, not for this hub. */
    private void renew(Claim claim) {
        try {
            database.useTransaction(
                    handle -> datasets.notBefore(handle, claim, clock.instant().plus(Lease.LENGTH)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "the claim on {} could not be renewed: {}",
                    claim.id(),
                    e.getClass().getSimpleName());
        }
    }

    /** What an earlier attempt left: a half-built folder, or one that got its name but never counted. */
    private void sweep(Claim claim) throws IOException {
        Files.createDirectories(root);
        try (Stream<Path> folders = Files.list(root)) {
            List<Path> left = folders.filter(f -> claim.isCalled(f.getFileName().toString()))
                    .toList();
            for (Path folder : left) {
                Folders.remove(folder);
            }
        }
    }

    private void finish(Claim claim, Building.Result result) throws IOException {
        Instant now = clock.instant();
        String name = claim.folderName(now, result.checksumsSha256());
        Path lasting = result.folder().publish(name);
        JdbcDatasets.Built built = new JdbcDatasets.Built(
                name, result.checksumsSha256(), result.rows(), result.persons(), result.hasTable(), now);
        if (!database.inTransaction(handle -> commit(handle, claim, built))) {
            LOG.warn("another attempt took over; this one does not count");
            Folders.remove(lasting);
            return;
        }
        LOG.info("built with {} rows of {} persons", result.rows(), result.persons());
    }

    private boolean commit(Handle handle, Claim claim, JdbcDatasets.Built built) {
        boolean counts = datasets.finish(handle, claim, built);
        if (counts) {
            audit.record(
                    handle,
                    new AuditEvent(
                            ActingUser.HUB,
                            "DATASET_BUILT",
                            claim.id(),
                            built.rows(),
                            "sha256=" + built.checksumsSha256()));
            tasks.resolve(handle, ROOM, NOT_BUILT, claim.id());
        }
        return counts;
    }

    private void failed(Claim claim, String reason) {
        boolean last = claim.failures() + 1 >= TRIES;
        Instant retry = clock.instant().plus(PAUSE.multipliedBy(claim.failures() + 1L));
        boolean ours = database.inTransaction(handle -> {
            boolean counts = datasets.fail(handle, claim, last ? JdbcDatasets.FAILED : JdbcDatasets.REQUESTED, retry);
            if (counts) {
                tasks.raise(handle, ROOM, last ? GIVEN_UP : NOT_BUILT, claim.id());
                audit.record(handle, new AuditEvent(ActingUser.HUB, "DATASET_TRY_FAILED", claim.id(), 0, reason));
            }
            if (counts && last) {
                tasks.resolve(handle, ROOM, NOT_BUILT, claim.id());
            }
            return counts;
        });
        if (ours) {
            discard(() -> sweep(claim));
        }
    }

    /** Removes a folder or several. */
    @FunctionalInterface
    private interface Removal {
        void run() throws IOException;
    }

    /** Data are not left lying that no dataset holds; when that cannot be done now the next attempt does it. */
    private static void discard(Removal removal) {
        try {
            removal.run();
        } catch (IOException e) {
            LOG.warn(
                    "a half-built folder could not be removed: {}", e.getClass().getSimpleName());
        }
    }
}
