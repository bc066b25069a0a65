package se.utfall.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands in the database.
 *
 * @param attempt how often a freeze was begun; names the files of the population that counts
 * @param frozenAt the moment the first freeze began: {@code skapad}, fixed so that a repeated freeze gives the same bytes
 * @param comparison how many of the ordered are comparison persons
 * @param released a person let it go; {@code sealed} exchange has its package
 */
record OrderRow(
        OrderId id,
        OrderState state,
        OrderFile file,
        int sequence,
        int attempt,
        @Nullable String frozenBy,
        @Nullable Instant frozenAt,
        @Nullable String manifestSha256,
        OrderView.Funnel funnel,
        int comparison,
        boolean released,
        boolean sealed) {

    OrderTerms terms() {
        return file.terms(id);
    }

    /** Frozen and not thawed: there is a population that counts. */
    boolean hasPopulation() {
        return manifestSha256 != null;
    }

    String manifest() {
        if (manifestSha256 == null) {
            throw new OrderRefusedException("NOT_FROZEN", id.value());
        }
        return manifestSha256;
    }

    Instant freezeMoment() {
        if (frozenAt == null) {
            throw new OrderRefusedException("NOT_FROZEN", id.value());
        }
        return frozenAt;
    }
}
