package se.utfall.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as shown to people: counts, never persons.
 *
 * @param approvals names of those who approved the present manifest
 */
public record OrderView(
        OrderTerms terms,
        OrderState state,
        int sequence,
        @Nullable String frozenBy,
        @Nullable String manifestSha256,
        @Nullable String recipientFingerprint,
        List<String> approvals,
        Funnel funnel) {

    /** How the population came about: {@code spells = persons' events found}; {@code persons = ordered + protectedExcluded + annulled + flagged}. */
    public record Funnel(int spells, int persons, int ordered, int protectedExcluded, int annulled, int flagged) {}
}
