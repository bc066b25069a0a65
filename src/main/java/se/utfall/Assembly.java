package se.utfall;

import java.time.Clock;
import java.util.function.Supplier;
import se.utfall.audit.AuditTrail;
import se.utfall.dataset.Datasets;
import se.utfall.dataset.ReleaseSealing;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.MessageSealing;
import se.utfall.flow.Rooms;
import se.utfall.intake.Intake;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.linkage.Linkage;
import se.utfall.notice.Tasks;
import se.utfall.order.Orders;
import se.utfall.publish.Publishing;
import se.utfall.register.Register;
import se.utfall.retention.AfterRestore;
import se.utfall.retention.Retention;
import se.utfall.retention.backup.Backups;
import se.utfall.store.Database;
import se.utfall.store.WorkArea;

/** Builds the rooms: these constructor calls are the architecture. */
final class Assembly {
    private Assembly() {}

    /** For the hub itself: the work area is emptied. */
    static Rooms forTheHub(Settings settings, Clock clock) {
        return build(settings, WorkArea.open(settings.work()), true, clock);
    }

    /** For one command: a running hub's work area is left alone. */
    static Rooms besideARunningHub(Settings settings, Clock clock) {
        return build(settings, WorkArea.beside(settings.work()), false, clock);
    }

    /** The hub's and its partners' keys; what is wrong with them is told at once. */
    static PgpKeys keys(Settings settings) {
        return refusing(() -> PgpKeys.load(settings.keys()));
    }

    private static Rooms build(Settings s, WorkArea work, boolean alone, Clock clock) {
        Backups.requireFinished(s.data());
        PgpKeys pgp = keys(s);
        SecretStore secrets = refusing(() -> SecretStore.open(s.keys(), clock));
        Database database = Database.open(s.store());
        try {
            settle(database, s, secrets, alone);
            return rooms(s, work, pgp, secrets, database, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Rooms rooms(
            Settings s, WorkArea work, PgpKeys pgp, SecretStore secrets, Database database, Clock clock) {
        AuditTrail audit = trail(database, secrets, clock);
        Tasks tasks = new Tasks(database, clock);
        Register register = new Register(database, secrets, audit, clock);
        Intake intake = new Intake(database, register, secrets, audit, tasks, s.intake(), clock);
        Orders orders = new Orders(database, register, secrets, pgp, audit, tasks, clock, s.order());
        Exchange exchange = new Exchange(s.exchange(), database, orders, pgp, secrets, audit, tasks, clock);
        Linkage linkage = new Linkage(s.linkage(), database, exchange, orders, secrets, tasks, audit, clock);
        Publishing publishing = new Publishing(s.broker(), linkage, database, audit, tasks, clock);
        ReleaseSealing sealing = new MessageSealing(pgp, clock)::seal;
        Datasets datasets =
                new Datasets(s.dataset(), database, linkage, orders, register, pgp, sealing, audit, tasks, work, clock);
        Retention.Walk walk = new Retention.Walk(orders, exchange, linkage, publishing, datasets);
        Retention retention = new Retention(s.retention(), database, walk, secrets, pgp, audit, clock);
        new AfterRestore(database, publishing, audit, tasks).settle(s.data());
        return new Rooms(
                database,
                work,
                tasks,
                audit,
                register,
                intake,
                orders,
                exchange,
                linkage,
                publishing,
                datasets,
                retention);
    }

    private static AuditTrail trail(Database database, SecretStore secrets, Clock clock) {
        SecretId trail = SecretId.hub("audit");
        secrets.ensure(trail);
        return new AuditTrail(database, clock, secrets.derive(trail, "audit-chain", 32));
    }

    /** The database, the archive and the root key belong together, and one hub works on them. */
    private static void settle(Database database, Settings settings, SecretStore secrets, boolean alone) {
        refusing(() -> {
            secrets.tieTo(database);
            return database;
        });
        database.tieTo(settings.data().resolve("archive"));
        if (alone) {
            database.workAlone();
        }
    }

    /** Keys that do not fit are the operator's to mend: they are told in words, all at once. */
    private static <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new SettingsProblemsException(
                    String.valueOf(e.getMessage()).lines().toList());
        }
    }

    static void close(Rooms rooms) {
        rooms.workArea().close();
        rooms.database().close();
    }
}
