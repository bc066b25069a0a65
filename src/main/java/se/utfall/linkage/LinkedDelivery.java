package se.utfall.linkage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.utfall.order.OrderId;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/**
 * A committed delivery with its ledger: a claim check, never rows.
 *
 * @param records outcome records it makes
 */
public record LinkedDelivery(
        DeliveryId id,
        OrderId order,
        String purpose,
        int sequence,
        boolean last,
        String packageSha256,
        Instant linkedAt,
        long records,
        int persons,
        List<TableLedger> tables,
        List<String> droppedColumns) {

    /**
     * {@code rows = linked + set aside}; per period {@code persons = returned + not returned}.
     *
     * @param setAside contract code (FALT, OKANT_LOPNR, ...) to count
     */
    public record TableLedger(
            String file,
            SourceRegister register,
            SourceStatus status,
            long rows,
            long linked,
            Map<String, Long> setAside,
            List<PeriodLedger> periods) {
        public boolean balanced() {
            return rows
                            == linked
                                    + setAside.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()
                    && periods.stream().allMatch(p -> p.persons() == p.returned() + p.notReturned());
        }
    }

    /** Persons sent and not recalled, with and without a linked row; {@code period} as {@code YYYY-MM} or {@code YYYY}. */
    public record PeriodLedger(String period, long persons, long returned, long notReturned) {}

    /** The order's id as text, for rooms that may not know orders. */
    public String orderId() {
        return order.value();
    }

    public boolean balanced() {
        return tables.stream().allMatch(TableLedger::balanced);
    }
}
