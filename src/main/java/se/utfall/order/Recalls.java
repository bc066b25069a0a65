package se.utfall.order;

import java.time.Clock;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;
import se.utfall.outcome.PersonKey;
import se.utfall.register.PersonEvent;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/**
 * Follows person events by a stored position. It looks at what holds now rather than at each event, so that an event read twice, or one that fell
 * between a freeze's reading and its commit, ends the same: before the package is sealed the order thaws, after it the number is recalled.
 */
final class Recalls {
    static final String THAWED_TASK = "THAWED";
    private static final Logger LOG = LoggerFactory.getLogger(Recalls.class);
    private static final int BATCH = 1000;
    private final Database database;
    private final OrderTable orders;
    private final PersonSource persons;
    private final PopulationArchive archive;
    private final Tasks tasks;
    private final Clock clock;

    Recalls(
            Database database,
            OrderTable orders,
            PersonSource persons,
            PopulationArchive archive,
            Tasks tasks,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.persons = persons;
        this.archive = archive;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Returns how many numbers were newly marked or orders thawed. */
    int follow() {
        int done = 0;
        while (true) {
            List<PersonEvent> events = database.inTransaction(h -> persons.eventsAfter(h, position(h), BATCH));
            boolean fresh = !events.isEmpty();
            for (OrderRow order : database.inTransaction(h -> fresh ? orders.listLive(h) : orders.listToRecheck(h))) {
                done += follow(order, events);
            }
            if (!fresh) {
                return done;
            }
            long last = events.get(events.size() - 1).id();
            database.useTransaction(handle -> moveTo(handle, last));
        }
    }

    private int follow(OrderRow order, List<PersonEvent> events) {
        PopulationTable table = archive.table(order);
        StandingNow now = StandingNow.of(table, persons, protectedIn(events));
        Map<Integer, String> reasons = new LinkedHashMap<>();
        for (int number = 1; number <= table.size(); number++) {
            String reason = now.recallReason(number);
            if (reason != null) {
                reasons.put(number, reason);
            }
        }
        return database.inTransaction(handle -> apply(handle, order, reasons));
    }

    private int apply(Handle handle, OrderRow seen, Map<Integer, String> reasons) {
        OrderRow order = orders.get(handle, seen.id());
        if (order.attempt() != seen.attempt() || !order.hasPopulation()) {
            return 0;
        }
        orders.update(handle, order.id(), "recheck = 0").execute();
        if (reasons.isEmpty()) {
            return 0;
        }
        return order.sealed() ? mark(handle, order, reasons) : thaw(handle, order, reasons.size());
    }

    private int mark(Handle handle, OrderRow order, Map<Integer, String> reasons) {
        int marked = 0;
        for (Map.Entry<Integer, String> recall : reasons.entrySet()) {
            marked += handle.createUpdate("INSERT INTO recall_ (order_id, running_number, reason, marked_at)"
                            + " VALUES (:id, :number, :reason, :at) ON CONFLICT (order_id, running_number) DO NOTHING")
                    .bind("id", order.id().value())
                    .bind("number", recall.getKey())
                    .bind("reason", recall.getValue())
                    .bind("at", clock.millis())
                    .execute();
        }
        if (marked > 0) {
            orders.audit(handle, ActingUser.HUB, "ORDER_RECALL_MARKED", order.id(), marked, "");
            tasks.raise(handle, "order", "RECALL", order.id().value());
            LOG.warn("order {}: {} persons to recall", order.id(), marked);
        }
        return marked;
    }

    /** Nothing has left the house: the population is frozen anew, without those it must not hold. */
    private int thaw(Handle handle, OrderRow order, int persons) {
        orders.move(handle, order, OrderState.SPEC_APPROVED, ActingUser.HUB, persons, "thawed");
        orders.update(
                        handle,
                        order.id(),
                        "frozen_by = NULL, frozen_at = NULL, manifest_sha256 = NULL, released = 0, spells = 0, persons = 0,"
                                + " ordered = 0, protected_excluded = 0, annulled = 0, flagged = 0, comparison = 0")
                .execute();
        tasks.raise(handle, "order", THAWED_TASK, order.id().value());
        LOG.warn("order {}: thawed, {} persons may no longer be ordered", order.id(), persons);
        return 1;
    }

    BitSet marked(Handle handle, OrderId id) {
        BitSet marked = new BitSet();
        handle.createQuery("SELECT running_number FROM recall_ WHERE order_id = :id")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .forEach(marked::set);
        return marked;
    }

    private static Set<PersonKey> protectedIn(List<PersonEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == PersonEvent.Kind.PROTECTED)
                .map(PersonEvent::person)
                .collect(Collectors.toSet());
    }

    private static long position(Handle handle) {
        return handle.createQuery("SELECT position FROM order_position WHERE name = 'person_event'")
                .mapTo(Long.class)
                .one();
    }

    private static void moveTo(Handle handle, long position) {
        handle.createUpdate("UPDATE order_position SET position = :to WHERE name = 'person_event' AND position < :to")
                .bind("to", position)
                .execute();
    }
}
