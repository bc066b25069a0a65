package se.utfall.order;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** The room on a real database and a real archive, with a register in memory. */
final class OrderHouse implements AutoCloseable {
    static final Path EXAMPLE = Path.of("docs/operator/exempel/scb-stockholmsjobb.yaml");
    static final ActingUser OLGA = new ActingUser("olga", Set.of("operate", "approve"));
    static final ActingUser ANNA = new ActingUser("anna", Set.of("approve"));
    static final ActingUser BEA = new ActingUser("bea", Set.of("approve"));
    final FakePersons persons = new FakePersons();
    final Database database;
    final Tasks tasks;
    final Orders orders;
    final SecretStore secrets;
    final OrderTable table;
    final PopulationArchive archive;
    final Map<String, String> fingerprints = new HashMap<>();
    String fingerprint = "A".repeat(40);

    OrderHouse(Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, clock);
        KeySettings keys = new KeySettings(folder.resolve("secrets"), null, folder.resolve("hub.pgp"), null, Map.of());
        secrets = SecretStore.open(keys, clock);
        AuditTrail audit = new AuditTrail(database, clock, new byte[32]);
        OrderSettings settings = new OrderSettings(folder.resolve("archive"), "AMF", Set.of("SCB", "IFAU"));
        orders = new Orders(
                database,
                persons,
                secrets,
                p -> fingerprints.getOrDefault(p, fingerprint),
                audit,
                tasks,
                clock,
                settings);
        table = new OrderTable(new Drafts(tasks, audit, clock), audit, clock);
        archive = new PopulationArchive(settings.archive(), new SealedFiles(secrets));
    }

    OrderId created() {
        return orders.create(EXAMPLE, OLGA);
    }

    OrderId frozen() {
        OrderId id = created();
        orders.freeze(id, OLGA);
        return id;
    }

    OrderId approved() {
        OrderId id = frozen();
        orders.approve(id, ANNA);
        orders.approve(id, BEA);
        return id;
    }

    OrderId released() {
        OrderId id = approved();
        orders.send(id, OLGA);
        return id;
    }

    OrderId sealed() {
        OrderId id = released();
        database.useTransaction(h -> orders.sealed(h, id, 1));
        return id;
    }

    OrderState state(OrderId id) {
        return orders.show(id).state();
    }

    byte[] zip(OrderId id) throws IOException {
        return zip(id, "SCB");
    }

    byte[] zip(OrderId id, String recipient) throws IOException {
        OrderRow row = database.inTransaction(h -> table.get(h, id));
        try (InputStream in = archive.openZip(row, recipient)) {
            return in.readAllBytes();
        }
    }

    int sql(String statement) {
        return database.inTransaction(h -> h.execute(statement));
    }

    List<String> tasksOpen() {
        return tasks.listOpen().stream().map(Task::code).toList();
    }

    static Path file(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("order.yaml"), text);
    }

    @Override
    public void close() {
        database.close();
    }
}
