package se.utfall.order;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a partner's order became: nothing can be frozen, approved or sent before people have completed it by an order file of their own.
 *
 * @param missing fields of an order file that the partner cannot give, and what the partner asks for that cannot be ordered, in words
 */
public record DraftView(
        Terms terms, OrderState state, int sequence, String packageSha256, Instant receivedAt, List<String> missing) {
    /** What the partner asks for. */
    public record Terms(
            OrderId id,
            String partner,
            String partnerReference,
            String purposeText,
            String decision,
            Map<String, List<String>> variables,
            YearMonth from,
            YearMonth to,
            String populationText,
            @Nullable String populationBlock) {}
}
