package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.order.OrderId;
import se.utfall.order.ProposedOrder;

/** Orders approved by nobody, which remember what they are told. */
final class FakeOrders implements OrderDoor {
    final Deque<Approved> approved = new ArrayDeque<>();
    final List<ProposedOrder> proposed = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    @Nullable RuntimeException failure;

    void approve(String order, String partner, String fingerprint, byte[] zip) {
        approve(order, partner, fingerprint, () -> new ByteArrayInputStream(zip));
    }

    void approve(String order, String partner, String fingerprint, Supplier<InputStream> zip) {
        approved.add(new Approved(new OrderId(order), 1, List.of(new Content(partner, fingerprint, zip))));
    }

    @Override
    public Optional<Approved> nextApproved(Set<OrderId> passedOver) {
        return approved.stream().filter(a -> !passedOver.contains(a.id())).findFirst();
    }

    @Override
    public void sealed(Handle handle, OrderId order, int sequence) {
        tell("sealed", order, sequence);
        approved.removeIf(a -> a.id().equals(order));
    }

    @Override
    public void sent(Handle handle, OrderId order, int sequence, String recipient) {
        tell("sent", order, sequence);
    }

    @Override
    public void acknowledged(Handle handle, OrderId order, int sequence, String recipient) {
        tell("acknowledged", order, sequence);
    }

    @Override
    public void rejected(Handle handle, OrderId order, int sequence, String recipient, String reason) {
        tell("rejected " + reason, order, sequence);
    }

    @Override
    public OrderId proposed(Handle handle, ProposedOrder order) {
        proposed.add(order);
        return new OrderId("IFAU-2026-001");
    }

    private void tell(String what, OrderId order, int sequence) {
        if (failure != null) {
            throw failure;
        }
        told.add(what + " " + order + " " + sequence);
    }

    @Override
    public boolean isDisposed(Handle handle, OrderId order) {
        return false;
    }
}
