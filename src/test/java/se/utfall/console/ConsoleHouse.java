package se.utfall.console;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import se.utfall.audit.AuditTrail;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** The page on a free port and a real database, with a hub and routes in memory. Opened again on the same folder it goes on with the same data. */
final class ConsoleHouse implements AutoCloseable {
    static final String PASSWORD = "korrekt häst batteri";
    private static final int FEW_ROUNDS = 1_000;
    final SettableClock clock;
    final FakeHub hub = new FakeHub();
    final FakeRoutes routes = new FakeRoutes();
    final Database database;
    final AuditTrail audit;
    final Users users;
    final Console console;

    ConsoleHouse(Path folder) {
        this(folder, new SettableClock(), "127.0.0.1");
    }

    ConsoleHouse(Path folder, SettableClock clock, String host) {
        this.clock = clock;
        database = TestDatabase.open(folder);
        audit = new AuditTrail(database, clock, new byte[32]);
        users = new Users(database, audit, FEW_ROUNDS);
        console = Console.start(
                new ConsoleSettings(host, 0),
                new Console.Doors(hub, database, audit, routes, users),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                clock);
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
