package se.utfall.order;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.store.ActingUser;

/** The room's door. Every move is audited in its own transaction; an illegal one throws {@link OrderRefusedException}. */
public final class Orders {
    /** Reads an order file (YAML); all problems at once in an {@link OrderRefusedException} with code ORDER_FILE. */
    public OrderId create(Path orderFile, ActingUser by) {
        throw new UnsupportedOperationException();
    }

    /** Freezes the population and packs the zip, byte-identical when repeated from the same state. */
    public OrderView freeze(OrderId id, ActingUser by) {
        throw new UnsupportedOperationException();
    }

    /** One approval, bound to manifest hash, recipient's fingerprint and purpose, under a MAC. The second moves the order to RELEASE_APPROVED. */
    public OrderView approve(OrderId id, ActingUser by) {
        throw new UnsupportedOperationException();
    }

    /** Lets an approved order go: the sending route takes it from here. */
    public OrderView send(OrderId id, ActingUser by) {
        throw new UnsupportedOperationException();
    }

    /** The next order released for sending and not yet sealed by exchange; its approvals are checked again here. */
    public Optional<ApprovedOrder> nextApproved() {
        throw new UnsupportedOperationException();
    }

    /** Exchange has sealed it (in the same transaction as its package row): it is not handed out again. */
    public void sealed(Handle handle, OrderId id, int sequence) {
        throw new UnsupportedOperationException();
    }

    public void sent(Handle handle, OrderId id, int sequence) {
        throw new UnsupportedOperationException();
    }

    public void acknowledged(Handle handle, OrderId id, int sequence) {
        throw new UnsupportedOperationException();
    }

    public void rejected(Handle handle, OrderId id, int sequence, String reason) {
        throw new UnsupportedOperationException();
    }

    /** A delivery was accepted; {@code last} means nothing more is planned. */
    public void delivered(Handle handle, OrderId id, boolean last) {
        throw new UnsupportedOperationException();
    }

    /** Reacts to new person events: recall marks and tasks. */
    public int followEvents() {
        throw new UnsupportedOperationException();
    }

    public OrderTerms terms(OrderId id) {
        throw new UnsupportedOperationException();
    }

    public FollowUpFacts followUpFacts(OrderId id) {
        throw new UnsupportedOperationException();
    }

    public OrderView show(OrderId id) {
        throw new UnsupportedOperationException();
    }

    public List<OrderView> list() {
        throw new UnsupportedOperationException();
    }
}
