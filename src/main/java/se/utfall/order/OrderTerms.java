package se.utfall.order;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.SourceRegister;

/**
 * What was agreed: everything later rooms need to know of an order.
 *
 * @param purpose {@code [a-z0-9-]{3,40}}, names queue and pseudonyms
 * @param variables ordered variables by register, {@code lopnr} and {@code period} not among them
 * @param disposeBy {@code gallras}
 */
public record OrderTerms(
        OrderId id,
        String partner,
        String purpose,
        String purposeText,
        String decision,
        Map<SourceRegister, List<String>> variables,
        YearMonth from,
        YearMonth to,
        Anchor anchor,
        DeliveryMode deliveryMode,
        LocalDate disposeBy,
        @Nullable String partnerReference) {}
