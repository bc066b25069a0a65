package se.utfall.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as shown to people: counts, never persons.
 *
 * @param manifestSha256 of a study: what the approvals are bound to, made of both packages' manifests
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
        Funnel funnel,
        @Nullable StudyView study) {

    /** A study's groups and packages. */
    public record StudyView(int participants, int comparison, List<PackageState> packages) {}

    /**
     * One package of a study.
     *
     * @param state FROZEN, SEALED, SENT, ACKNOWLEDGED or REJECTED
     */
    public record PackageState(String recipient, String manifestSha256, String recipientFingerprint, String state) {}

    /** How the population came about: {@code spells = persons' events found}; {@code persons = ordered + protectedExcluded + annulled + flagged}. */
    public record Funnel(int spells, int persons, int ordered, int protectedExcluded, int annulled, int flagged) {}
}
