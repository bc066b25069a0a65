package se.utfall.order;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as a partner asks for it (contract 2: {@code bestallning} inward); its texts are the partner's.
 *
 * @param reference the partner's own order id
 * @param sequence of the partner's package
 * @param variables names as the partner gives them, by register
 * @param populationText who, in words
 * @param populationBlock who, in a form of the partner's own
 */
public record ProposedOrder(
        String partner,
        OrderId reference,
        int sequence,
        String packageSha256,
        String purposeText,
        String decision,
        Map<String, List<String>> variables,
        YearMonth from,
        YearMonth to,
        String populationText,
        @Nullable String populationBlock) {
    public ProposedOrder {
        variables = new LinkedHashMap<>(variables);
    }
}
