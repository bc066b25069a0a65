package se.utfall.exchange;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import se.utfall.order.ApprovedOrder;
import se.utfall.order.OrderId;
import se.utfall.order.Orders;

/** What exchange asks and tells of orders. */
interface OrderDoor {
    Optional<Approved> nextApproved(Set<OrderId> passedOver);

    void sealed(Handle handle, OrderId order, int sequence);

    void sent(Handle handle, OrderId order, int sequence);

    void acknowledged(Handle handle, OrderId order, int sequence);

    void rejected(Handle handle, OrderId order, int sequence, String reason);

    /** An {@link ApprovedOrder}, of which only its own room can make one. */
    record Approved(OrderId id, String partner, int sequence, String recipientFingerprint, Supplier<InputStream> zip) {
        private static Approved of(ApprovedOrder order) {
            return new Approved(
                    order.id(), order.partner(), order.sequence(), order.recipientFingerprint(), order::openZip);
        }
    }

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
            public void sent(Handle handle, OrderId order, int sequence) {
                orders.sent(handle, order, sequence);
            }

            @Override
            public void acknowledged(Handle handle, OrderId order, int sequence) {
                orders.acknowledged(handle, order, sequence);
            }

            @Override
            public void rejected(Handle handle, OrderId order, int sequence, String reason) {
                orders.rejected(handle, order, sequence, reason);
            }
        };
    }
}
