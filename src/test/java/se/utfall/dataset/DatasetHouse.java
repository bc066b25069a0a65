package se.utfall.dataset;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.MessageSealing;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.RecipientKey;
import se.utfall.keys.PgpKeys;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;
import se.utfall.store.WorkArea;

/** The room on a real database, with a real worker and the example keys, over a made-up order. */
final class DatasetHouse implements AutoCloseable {
    static final ActingUser STINA = new ActingUser("stina", Set.of("statistics"));
    final Path folder;
    final Path root;
    final WorkArea workArea;
    final Database database;
    final Tasks tasks;
    final AuditTrail audit;
    final PgpKeys keys;
    final MadeUp order;
    final Datasets datasets;
    Instant now = Instant.parse("2026-11-24T08:00:00Z");

    DatasetHouse(Path folder, MadeUp order) {
        this(folder, order, "512MB");
    }

    DatasetHouse(Path folder, MadeUp order, String memory) {
        this.folder = folder;
        this.order = order;
        root = folder.resolve("datasets");
        workArea = WorkArea.open(folder.resolve("work"));
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, clock());
        audit = new AuditTrail(database, clock(), new byte[32]);
        Path ring = Path.of("keys-example/openpgp/amf.secret.asc");
        Map<String, RecipientKey> recipients = Map.of(
                "statistiker",
                new RecipientKey(
                        Path.of("keys-example/openpgp/statistiker.public.asc"),
                        "0DA898FD06D34AFC39084CB4305C6029117B6839"));
        keys = PgpKeys.load(new KeySettings(Path.of("unused"), null, ring, null, Map.of(), recipients));
        datasets = another(memory);
    }

    /** The room as another process would open it. */
    Datasets another(String memory) {
        return over(order, order, memory);
    }

    /** The room over another order. */
    Datasets over(OrderDoor orders, LinkageDoor linkage) {
        return over(orders, linkage, "512MB");
    }

    private Datasets over(OrderDoor orders, LinkageDoor linkage, String memory) {
        return new Datasets(
                new DatasetSettings(root, memory),
                database,
                linkage,
                orders,
                new MadeUpRegister(order),
                keys,
                new MessageSealing(keys, clock())::seal,
                audit,
                tasks,
                workArea,
                clock());
    }

    DatasetView built() {
        datasets.request(MadeUp.ORDER, STINA);
        return datasets.buildNext().orElseThrow();
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    List<String> tasksOpen() {
        return tasks.listOpen().stream().map(Task::code).toList();
    }

    /** Who did what to what, and the detail. */
    List<String> audited() {
        return database.inTransaction(h -> h.createQuery(
                        "SELECT actor || ' ' || action || ' ' || subject || ' ' || detail FROM audit_event ORDER BY seq")
                .mapTo(String.class)
                .list());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
