package se.utfall.exchange;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.PgpKeys;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** What the room's steps work with. */
record House(
        ExchangeSettings settings,
        Database database,
        OrderDoor orders,
        PgpKeys keys,
        Archive archive,
        JdbcPackages packages,
        JdbcReceipts receipts,
        JdbcSightings sightings,
        AuditTrail audit,
        Tasks tasks,
        Clock clock) {
    static final String ROOM = "exchange";

    static House of(
            ExchangeSettings settings,
            Database database,
            OrderDoor orders,
            PgpKeys keys,
            OrderSeal seal,
            AuditTrail audit,
            Tasks tasks,
            Clock clock) {
        return new House(
                settings,
                database,
                orders,
                keys,
                new Archive(settings.archive(), seal),
                new JdbcPackages(clock),
                new JdbcReceipts(clock),
                new JdbcSightings(),
                audit,
                tasks,
                clock);
    }

    Instant now() {
        return clock.instant();
    }

    void raise(Handle handle, TaskCode code, String subject) {
        tasks.raise(handle, ROOM, code.name(), subject);
    }

    void resolve(Handle handle, TaskCode code, String subject) {
        tasks.resolve(handle, ROOM, code.name(), subject);
    }

    /** Subject: the package. Detail: codes, hashes and fingerprints. */
    void record(Handle handle, String action, String partner, PackageName name, String detail) {
        audit.record(handle, new AuditEvent(ActingUser.HUB, action, name.label(partner), 0, detail));
    }

    /** Tells order what became of its package; an order that has gone on meanwhile is a matter for people, not for the package. */
    void tellOrder(Handle handle, StoredPackage about, News news) {
        if (about.name().kind() != PackageName.Kind.BESTALLNING) {
            return;
        }
        try {
            news.tell(handle, about.name().order(), about.name().sequence(), about.partner());
        } catch (OrderRefusedException e) {
            raise(handle, TaskCode.ORDER_DISAGREES, about.label());
        }
    }

    /** One of the door's methods. */
    @FunctionalInterface
    interface News {
        void tell(Handle handle, OrderId order, int sequence, String recipient);
    }
}
