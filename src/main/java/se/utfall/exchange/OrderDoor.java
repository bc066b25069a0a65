package se.utfall.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import se.utfall.order.ApprovedOrder;
import se.utfall.order.OrderId;
import se.utfall.order.Orders;
import se.utfall.order.ProposedOrder;

/** What exchange asks and tells of orders. */
interface OrderDoor {
    Optional<Approved> nextApproved(Set<OrderId> passedOver);

    void sealed(Handle handle, OrderId order, int sequence);

    void sent(Handle handle, OrderId order, int sequence, String recipient);

    void acknowledged(Handle handle, OrderId order, int sequence, String recipient);

    void rejected(Handle handle, OrderId order, int sequence, String recipient, String reason);

    OrderId proposed(Handle handle, ProposedOrder proposed);

    boolean isDisposed(Handle handle, OrderId order);

    /** An {@link ApprovedOrder}, of which only its own room can make one. */
    record Approved(OrderId id, int sequence, List<Content> packages) {
        private static Approved of(ApprovedOrder order) {
            List<Content> packages = order.packages().stream()
                    .map(p -> new Content(p.recipient(), p.recipientFingerprint(), p::openZip))
                    .toList();
            return new Approved(order.id(), order.sequence(), packages);
        }
    }

    /** One of its packages. */
    record Content(String recipient, String recipientFingerprint, Supplier<InputStream> zip) {}

    static OrderDoor of(Orders orders) {
        return new OrderDoor() {
            @Override
            public Optional<Approved> nextApproved(Set<OrderId> passedOver) {
                return orders.nextApproved(passedOver).map(Approved::of);
            }

            @Override
            public void sealed(Handle handle, OrderId order, int sequence) {
                orders.sealed(handle, order, sequence);
            }

            @Override
            public void sent(Handle handle, OrderId order, int sequence, String recipient) {
                orders.sent(handle, order, sequence, recipient);
            }

            @Override
            public void acknowledged(Handle handle, OrderId order, int sequence, String recipient) {
                orders.acknowledged(handle, order, sequence, recipient);
            }

            @Override
            public void rejected(Handle handle, OrderId order, int sequence, String recipient, String reason) {
                orders.rejected(handle, order, sequence, recipient, reason);
            }

            @Override
            public OrderId proposed(Handle handle, ProposedOrder proposed) {
                return orders.proposed(handle, proposed);
            }

            @Override
            public boolean isDisposed(Handle handle, OrderId order) {
                return orders.disposals().isDisposed(handle, order);
            }
        };
    }
}
