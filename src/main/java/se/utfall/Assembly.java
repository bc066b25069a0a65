package se.utfall;

import java.time.Clock;
import se.utfall.audit.AuditTrail;
import se.utfall.dataset.Datasets;
import se.utfall.exchange.Exchange;
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
import se.utfall.store.Database;
import se.utfall.store.WorkArea;

/** Builds the rooms: these constructor calls are the architecture. */
final class Assembly {
    private Assembly() {}

    /** For the hub itself: the work area is emptied. */
    static Rooms forTheHub(Settings settings, Clock clock) {
        return build(settings, WorkArea.open(settings.work()), clock);
    }

    /** For one command: a running hub's work area is left alone. */
    static Rooms besideARunningHub(Settings settings, Clock clock) {
        return build(settings, WorkArea.beside(settings.work()), clock);
    }

    private static Rooms build(Settings s, WorkArea work, Clock clock) {
        PgpKeys pgp = PgpKeys.load(s.keys());
        SecretStore secrets = SecretStore.open(s.keys(), clock);
        Database database = Database.open(s.store());
        try {
            secrets.tieTo(database);
            SecretId trail = SecretId.hub("audit");
            secrets.ensure(trail);
            AuditTrail audit = new AuditTrail(database, clock, secrets.derive(trail, "audit-chain", 32));
            Tasks tasks = new Tasks(database, clock);
            Register register = new Register(database, secrets, audit, clock);
            Intake intake = new Intake(database, register, secrets, audit, tasks, s.intake(), clock);
            Orders orders = new Orders(database, register, secrets, pgp, audit, tasks, clock, s.order());
            Exchange exchange = new Exchange(s.exchange(), database, orders, pgp, audit, tasks, clock);
            Linkage linkage = new Linkage(s.linkage(), database, exchange, orders, secrets, tasks, audit, clock);
            Publishing publishing = new Publishing(s.broker(), linkage, database, audit, tasks, clock);
            Datasets datasets =
                    new Datasets(s.dataset(), database, linkage, orders, register, pgp, audit, tasks, work, clock);
            return new Rooms(
                    database, work, tasks, audit, register, intake, orders, exchange, linkage, publishing, datasets);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static void close(Rooms rooms) {
        rooms.workArea().close();
        rooms.database().close();
    }
}
