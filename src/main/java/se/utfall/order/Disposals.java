package se.utfall.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.utfall.store.ActingUser;
import se.utfall.store.HeldFile;

/**
 * How an order ends for good. What this room forgets of an order that is disposed of: who was recalled, and its sealed files. What was ordered, by whom and how many stays.
 */
public final class Disposals {
    private final OrderTable orders;
    private final PopulationArchive archive;
    private final Clock clock;

    Disposals(OrderTable orders, PopulationArchive archive, Clock clock) {
        this.orders = orders;
        this.archive = archive;
        this.clock = clock;
    }

    private void check(Handle handle, OrderId id) {
        OrderRow order = orders.get(handle, id);
        LocalDate day = order.terms().disposeBy();
        boolean come =
                !LocalDate.ofInstant(clock.instant(), OrderPackage.STOCKHOLM).isBefore(day);
        if (order.state() == OrderState.DISPOSED) {
            throw new OrderRefusedException("DISPOSED", id.value());
        }
        if (OrderStates.UNDER_WAY.contains(order.state()) && !come) {
            throw new OrderRefusedException(
                    "DISPOSAL_TOO_EARLY", order.state() + "; " + OrderStates.ENDED + ", " + day);
        }
        if (!OrderStates.ENDED.contains(order.state()) && !OrderStates.UNDER_WAY.contains(order.state())) {
            throw new OrderRefusedException("STATE", order.state() + " -> DISPOSED; " + OrderStates.ENDED);
        }
    }

    public boolean isDisposed(Handle handle, OrderId id) {
        return orders.find(handle, id)
                .filter(o -> o.state() == OrderState.DISPOSED)
                .isPresent();
    }

    /** How many recall marks, of an order that may be disposed of today; else refused, with the states and the day. */
    public int disposable(Handle handle, OrderId id) {
        check(handle, id);
        return handle.createQuery("SELECT count(*) FROM recall_ WHERE order_id = :id")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one();
    }

    /** In the caller's transaction, from whatever state: from here on the order is refused everywhere. Who was recalled is forgotten with it. */
    public void dispose(Handle handle, OrderId id, ActingUser by, String decision) {
        OrderRow order = orders.get(handle, id);
        if (order.state() != OrderState.DISPOSED) {
            orders.dispose(handle, order, by, decision);
        }
        handle.execute("DELETE FROM recall_ WHERE order_id = ?", id.value());
    }

    /** What lies sealed of its population. */
    public List<HeldFile> held(OrderId id) {
        try {
            return archive.held(id);
        } catch (IOException e) {
            throw new UncheckedIOException(id + ": its files cannot be listed", e);
        }
    }

    /** Removes what lies sealed of a disposed order's population; nothing to do is fine. */
    public void forget(OrderId id) {
        try {
            archive.forget(id);
        } catch (IOException e) {
            throw new UncheckedIOException(id + ": its files cannot be removed", e);
        }
    }
}
