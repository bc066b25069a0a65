package se.utfall.order;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * An order that two people approved: the only thing besides recalls, releases and receipts that {@code exchange} sends. Only this room makes one.
 */
public final class ApprovedOrder {
    private final OrderId id;
    private final String partner;
    private final int sequence;
    private final String recipientFingerprint;
    private final Supplier<InputStream> zip;

    ApprovedOrder(OrderId id, String partner, int sequence, String recipientFingerprint, Supplier<InputStream> zip) {
        this.id = id;
        this.partner = partner;
        this.sequence = sequence;
        this.recipientFingerprint = recipientFingerprint;
        this.zip = zip;
    }

    public OrderId id() {
        return id;
    }

    public String partner() {
        return partner;
    }

    public int sequence() {
        return sequence;
    }

    /** What the approvals were bound to; exchange refuses when the key it would encrypt to is another. */
    public String recipientFingerprint() {
        return recipientFingerprint;
    }

    /** The frozen zip (manifest first), in clear, to be read once and encrypted at once. */
    public InputStream openZip() {
        return zip.get();
    }
}
