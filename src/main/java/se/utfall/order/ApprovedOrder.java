package se.utfall.order;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * An order that two people approved: the only thing besides recalls, releases and receipts that {@code exchange} sends. Only this room makes one. It has one
 * package, or, when it is a study, one for each of its recipients; they are sealed together or not at all.
 */
public final class ApprovedOrder {
    private final OrderId id;
    private final int sequence;
    private final List<Content> packages;

    ApprovedOrder(OrderId id, int sequence, List<Content> packages) {
        this.id = id;
        this.sequence = sequence;
        this.packages = List.copyOf(packages);
    }

    public OrderId id() {
        return id;
    }

    public int sequence() {
        return sequence;
    }

    public List<Content> packages() {
        return packages;
    }

    /** One package of it. */
    public static final class Content {
        private final String recipient;
        private final String recipientFingerprint;
        private final Supplier<InputStream> zip;

        Content(String recipient, String recipientFingerprint, Supplier<InputStream> zip) {
            this.recipient = recipient;
            this.recipientFingerprint = recipientFingerprint;
            this.zip = zip;
        }

        public String recipient() {
            return recipient;
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
}
