package se.utfall.console;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.utfall.SettableClock;
import se.utfall.audit.AuditTrail;
import se.utfall.flow.Rooms;
import se.utfall.intake.Intake;
import se.utfall.intake.IntakeSettings;
import se.utfall.intake.IntakeSettings.SourceProfile;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderSettings;
import se.utfall.order.Orders;
import se.utfall.register.Register;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/**
 * The page on a free port and a real database, with real tasks, files and orders to act on; what it shows of the hub, and routes, are in memory. Opened again on the same folder
 * it goes on with the same data.
 */
final class ConsoleHouse implements AutoCloseable {
    static final String PASSWORD = "korrekt häst batteri";
    private static final int FEW_ROUNDS = 1_000;
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";
    final Path folder;
    final SettableClock clock;
    final FakeHub hub = new FakeHub();
    final FakeRoutes routes = new FakeRoutes();
    final Database database;
    final AuditTrail audit;
    final Users users;
    final Rooms rooms;
    final Console console;

    ConsoleHouse(Path folder) {
        this(folder, new SettableClock(Pictures.NOW), "127.0.0.1");
    }

    ConsoleHouse(Path folder, SettableClock clock, String host) {
        this.folder = folder;
        this.clock = clock;
        database = TestDatabase.open(folder);
        audit = new AuditTrail(database, clock, new byte[32]);
        users = new Users(database, audit, FEW_ROUNDS);
        rooms = rooms(folder);
        console = Console.start(
                new ConsoleSettings(host, 0),
                new Console.Doors(hub, rooms, routes, users),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                clock);
    }

    private Rooms rooms(Path folder) {
        KeySettings settings = new KeySettings(
                folder.resolve("secrets"),
                null,
                Path.of("keys-example/openpgp/amf.secret.asc"),
                null,
                Map.of("SCB", new PartnerKey(Path.of("keys-example/openpgp/scb.public.asc"), SCB, SCB)));
        SecretStore secrets = SecretStore.open(settings, clock);
        Tasks tasks = new Tasks(database, clock);
        Register register = new Register(database, secrets, audit, clock);
        Intake intake = new Intake(
                database,
                register,
                secrets,
                audit,
                tasks,
                new IntakeSettings(folder.resolve("archive"), Map.of("jobbtorg", SourceProfile.DEFAULT)),
                clock);
        OrderSettings orders = new OrderSettings(folder.resolve("orders"), "AMF", Set.of("SCB"));
        Orders ordering = new Orders(database, register, secrets, PgpKeys.load(settings), audit, tasks, clock, orders);
        return new Rooms(database, null, tasks, audit, register, intake, ordering, null, null, null, null, null);
    }

    ConsoleHouse user(String name, String... roles) {
        users.put(name, PASSWORD.toCharArray(), Set.of(roles), ActingUser.HUB);
        return this;
    }

    Browser browser() {
        return new Browser(console.address());
    }

    /** A browser that has logged in as this user. */
    Browser as(String name) {
        Browser browser = browser();
        browser.login(name, PASSWORD);
        return browser;
    }

    /** The trail as {@code actor action subject detail}, oldest first, without the setting of users. */
    List<String> trail() {
        return database.inSnapshot(h -> h.createQuery("SELECT actor || ' ' || action || ' ' || subject || ' ' || detail"
                        + " FROM audit_event WHERE action <> 'USER_SET' ORDER BY seq")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void close() {
        console.close();
        database.close();
    }
}
