package se.utfall.linkage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.order.OrderId;

/**
 * A delivery of aggregates with its ledger: a claim check, never rows. {@code rows = taken + set aside}.
 *
 * @param setAside FALT or OGILTIGT_VARDE to count
 * @param handedOnAt when its rows were written out for statisticians, null before
 * @param handedOnSha256 of {@code resultat.csv} as written out
 */
public record ResultDelivery(
        DeliveryId id,
        OrderId order,
        String partner,
        int sequence,
        boolean last,
        String packageName,
        String packageSha256,
        Instant receivedAt,
        long rows,
        long taken,
        Map<String, Long> setAside,
        @Nullable Instant handedOnAt,
        @Nullable String handedOnSha256) {

    public boolean balanced() {
        return rows == taken + setAside.values().stream().mapToLong(n -> n).sum();
    }

    /** The order's id as text, for rooms that may not know orders. */
    public String orderId() {
        return order.value();
    }
}
