package se.utfall.order;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.SourceRegister;
import se.utfall.register.SpellQuery;

/** What an order file says, checked. The keys are those of {@code schemas/order/order.schema.json}. */
record OrderFile(
        String partner,
        String purpose,
        String purposeText,
        String legalBasis,
        String decision,
        String dpia,
        String contact,
        @Nullable String partnerReference,
        DeliveryMode deliveryMode,
        LocalDate disposeBy,
        String disposalDecision,
        SpellQuery population,
        YearMonth from,
        YearMonth to,
        Map<SourceRegister, List<String>> variables,
        Set<Breakdown> breakdowns,
        @Nullable Study study) {

    OrderFile {
        variables = new EnumMap<>(variables);
        breakdowns = Set.copyOf(breakdowns);
    }

    /**
     * A study's order: one population, two packages.
     *
     * @param keyFileTo who gets the numbers, and nothing else; the partner gets everything else, and no number
     */
    record Study(String keyFileTo) {}

    /** Who gets a package, in the order in which they are packed. */
    List<String> recipients() {
        return study == null ? List.of(partner) : List.of(study.keyFileTo, partner);
    }

    Anchor anchor() {
        return switch (population.event()) {
            case EXIT -> Anchor.EXIT;
            case MEASURE_START -> Anchor.INTERVENTION_START;
            case MEASURE_END -> Anchor.INTERVENTION_END;
        };
    }

    OrderTerms terms(OrderId id) {
        return new OrderTerms(
                id,
                partner,
                purpose,
                purposeText,
                decision,
                variables,
                from,
                to,
                anchor(),
                deliveryMode,
                disposeBy,
                partnerReference);
    }
}
