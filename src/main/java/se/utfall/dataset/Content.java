package se.utfall.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.order.OrderTerms;
import se.utfall.order.OrderView;

/**
 * What a dataset was made of, for the documents that describe it.
 *
 * @param columns a meaning per column, open code lists filled
 * @param software version of the hub
 */
record Content(
        Claim claim,
        OrderView order,
        List<LinkedDelivery> deliveries,
        List<Meaning> columns,
        long rows,
        long persons,
        Instant at,
        String software) {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** When it was made, by the city's calendar. */
    String day() {
        return LocalDate.ofInstant(at, STOCKHOLM).toString();
    }

    OrderTerms terms() {
        return order.terms();
    }
}
