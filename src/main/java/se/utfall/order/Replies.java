package se.utfall.order;

import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;

/**
 * What exchange and linkage tell of an order, in their transactions. Repeats change nothing; a reply that comes before its cause is taken as proof
 * of the cause (an acknowledgement proves the sending, a delivery the acknowledgement); one that contradicts what is settled becomes a task.
 */
final class Replies {
    static final String CONTRADICTION_TASK = "REPLY_CONTRADICTS";
    static final String NO_RECEIPT_TASK = "DELIVERED_BEFORE_RECEIPT";
    private static final Set<OrderState> ACKNOWLEDGED = EnumSet.of(
            OrderState.ACKNOWLEDGED,
            OrderState.PARTLY_DELIVERED,
            OrderState.DELIVERED,
            OrderState.REVIEWED,
            OrderState.CLOSED);
    private final OrderTable orders;
    private final Tasks tasks;

    Replies(OrderTable orders, Tasks tasks) {
        this.orders = orders;
        this.tasks = tasks;
    }

    void sealed(Handle handle, OrderId id, int sequence) {
        OrderRow order = get(handle, id, sequence);
        if (order.sealed()) {
            return;
        }
        if (order.state() != OrderState.RELEASE_APPROVED || !order.released()) {
            OrderStates.check(order.state(), OrderState.SENT);
            throw new OrderRefusedException("NOT_RELEASED", id.value());
        }
        orders.update(handle, id, "sealed = 1, recheck = 1").execute();
        OrderParts.sealed(handle, order);
        orders.audit(handle, ActingUser.HUB, "ORDER_SEALED", id, order.funnel().ordered(), order.manifest());
    }

    /** The order is sent as soon as the first of its packages is: then something of it has left the house. */
    void sent(Handle handle, OrderId id, int sequence, String recipient) {
        OrderRow order = get(handle, id, sequence);
        if (order.state() == OrderState.RELEASE_APPROVED && !order.sealed()) {
            throw new OrderRefusedException("NOT_SEALED", id.value());
        }
        OrderParts.sent(handle, order, recipient);
        if (order.state().compareTo(OrderState.SENT) < 0) {
            orders.move(
                    handle,
                    order,
                    OrderState.SENT,
                    ActingUser.HUB,
                    order.funnel().ordered(),
                    sequence(order));
        }
    }

    /** The order is acknowledged when all of its packages are. */
    void acknowledged(Handle handle, OrderId id, int sequence, String recipient) {
        sent(handle, id, sequence, recipient);
        OrderRow order = get(handle, id, sequence);
        if (!OrderParts.acknowledged(handle, order, recipient)) {
            orders.audit(handle, ActingUser.HUB, "ORDER_PACKAGE_ACKNOWLEDGED", id, 0, recipient);
            return;
        }
        tasks.resolve(handle, "order", NO_RECEIPT_TASK, id.value());
        if (ACKNOWLEDGED.contains(order.state())) {
            return;
        }
        if (order.state() == OrderState.SENT) {
            orders.move(handle, order, OrderState.ACKNOWLEDGED, ActingUser.HUB, 0, sequence(order));
        } else {
            contradiction(handle, order, "ACKNOWLEDGED");
        }
    }

    /** One package that is refused is enough. */
    void rejected(Handle handle, OrderId id, int sequence, String recipient, String reason) {
        sent(handle, id, sequence, recipient);
        OrderRow order = get(handle, id, sequence);
        OrderParts.rejected(handle, order, recipient);
        if (order.state() == OrderState.SENT) {
            String code = code(reason);
            orders.move(handle, order, OrderState.REJECTED, ActingUser.HUB, 0, code);
            orders.update(handle, id, "rejection_code = :code")
                    .bind("code", code)
                    .execute();
            tasks.raise(handle, "order", "REJECTED", id.value());
        } else if (order.state() != OrderState.REJECTED) {
            contradiction(handle, order, "REJECTED");
        }
    }

    void delivered(Handle handle, OrderId id, boolean last) {
        OrderRow order = orders.get(handle, id);
        requireKept(order);
        String partner = order.file().partner();
        sent(handle, id, order.sequence(), partner);
        OrderParts.acknowledged(handle, order, partner);
        order = orders.get(handle, id);
        if (order.state() == OrderState.REJECTED) {
            contradiction(handle, order, "DELIVERED");
            return;
        }
        if (order.state() == OrderState.SENT) {
            orders.move(handle, order, OrderState.ACKNOWLEDGED, ActingUser.HUB, 0, "by delivery");
            tasks.raise(handle, "order", NO_RECEIPT_TASK, id.value());
            order = orders.get(handle, id);
        }
        OrderState to = last ? OrderState.DELIVERED : OrderState.PARTLY_DELIVERED;
        if (order.state().compareTo(to) < 0) {
            orders.move(handle, order, to, ActingUser.HUB, 0, "");
        }
    }

    private OrderRow get(Handle handle, OrderId id, int sequence) {
        OrderRow order = orders.get(handle, id);
        requireKept(order);
        if (order.sequence() != sequence) {
            throw new OrderRefusedException("SEQUENCE", id + " is at sequence " + order.sequence());
        }
        return order;
    }

    /** Nothing brings a disposed order back. */
    private static void requireKept(OrderRow order) {
        if (order.state() == OrderState.DISPOSED) {
            throw new OrderRefusedException("DISPOSED", order.id().value());
        }
    }

    private void contradiction(Handle handle, OrderRow order, String reply) {
        orders.audit(handle, ActingUser.HUB, "ORDER_REPLY_CONTRADICTS", order.id(), 0, order.state() + " / " + reply);
        tasks.raise(handle, "order", CONTRADICTION_TASK, order.id().value());
    }

    private static String sequence(OrderRow order) {
        return "sequence " + order.sequence();
    }

    /** The code of {@code CODE: text}; the text is somebody's free text and is not kept. */
    private static String code(String reason) {
        String code = reason.contains(":") ? reason.substring(0, reason.indexOf(':')) : reason;
        return code.matches("[A-Z0-9_]{1,40}") ? code : "OTHER";
    }
}
