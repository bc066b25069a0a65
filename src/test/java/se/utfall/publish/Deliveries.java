package se.utfall.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.order.OrderId;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Operation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** Deliveries of made-up records, in the place of linkage. */
final class Deliveries implements RecordSource {
    static final String ORDER = "SCB-2026-001";
    private final List<LinkedDelivery> list = new ArrayList<>();
    private final Map<String, Integer> given = new TreeMap<>();
    private long disturbedAt = Long.MAX_VALUE;
    private Runnable disturbance = () -> {};
    private String codeSystem = "SNI2007";
    private final Set<String> retracting = new HashSet<>();

    /** A delivery of {@code given} records whose ledger says {@code records}. */
    Deliveries add(int sequence, String purpose, int records, int given) {
        DeliveryId id = new DeliveryId(String.format(Locale.ROOT, "%s-L%03d", ORDER, sequence));
        list.add(new LinkedDelivery(
                id,
                new OrderId(ORDER),
                purpose,
                sequence,
                false,
                "ab".repeat(32),
                Instant.EPOCH,
                records,
                records,
                List.of(),
                List.of()));
        this.given.put(id.value(), given);
        return this;
    }

    static Deliveries of(int records) {
        return new Deliveries().add(1, Brokers.PURPOSE, records, records);
    }

    /** The process dies when it asks for that record. */
    Deliveries dyingAt(long record) {
        return disturbed(record, () -> {
            throw new IllegalStateException("killed");
        });
    }

    /** Something happens when it asks for that record. */
    Deliveries disturbed(long record, Runnable what) {
        disturbedAt = record;
        disturbance = what;
        return this;
    }

    Deliveries codeSystem(String text) {
        codeSystem = text;
        return this;
    }

    /** The delivery with that sequence takes its records back, as their next version. */
    Deliveries retracting(int sequence) {
        retracting.add(String.format(Locale.ROOT, "%s-L%03d", ORDER, sequence));
        return this;
    }

    @Override
    public List<LinkedDelivery> list() {
        return List.copyOf(list);
    }

    @Override
    public RecordStream records(DeliveryId id) {
        int records = given.get(id.value());
        String purpose = list.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow()
                .purpose();
        return new RecordStream() {
            private int next;

            @Override
            public LinkedRecord next() {
                if (next == records) {
                    return null;
                }
                if (++next == disturbedAt) {
                    disturbance.run();
                }
                OutcomeRecord record = record(next, purpose, id.value(), codeSystem);
                boolean back = retracting.contains(id.value());
                return new LinkedRecord(next, next % 64, back ? retraction(record) : record, Map.of());
            }

            @Override
            public void skip(long skipped) {
                next += (int) skipped;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private static OutcomeRecord retraction(OutcomeRecord of) {
        return new OutcomeRecord(
                of.recordId(),
                of.recordVersion() + 1,
                Operation.RETRACT,
                "CORRECTED",
                of.purposeId(),
                of.pseudonym(),
                of.pseudonymKeyVersion(),
                of.orderId(),
                null,
                of.deliveryId(),
                of.register(),
                of.sourceStatus(),
                of.sourceExtractDate(),
                of.periodStart(),
                of.periodEnd(),
                of.anchor(),
                of.monthsFromAnchor(),
                of.monthsSinceExit(),
                of.cohortRole(),
                of.observation(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                of.codeSystemVersion(),
                of.producedAt(),
                of.lineage());
    }

    static OutcomeRecord record(int n, String purpose, String delivery, String codeSystem) {
        return new OutcomeRecord(
                new UUID(0x8000L + n, n),
                2,
                Operation.UPSERT,
                null,
                purpose,
                "01" + String.format(Locale.ROOT, "%026d", n) + "X",
                1,
                ORDER,
                null,
                delivery,
                n % 2 == 0 ? SourceRegister.BAS : SourceRegister.EKB,
                SourceStatus.PRELIMINARY,
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                Anchor.INTERVENTION_END,
                3,
                null,
                CohortRole.PARTICIPANT,
                n % 3 == 0 ? Observation.NOT_LINKED : Observation.OBSERVED,
                new OutcomeRecord.Employment(true, MainStatus.EMPLOYED, false, false, n % 5, "84"),
                null,
                null,
                null,
                null,
                List.of(),
                codeSystem,
                Instant.parse("2026-06-01T10:00:00.123Z"),
                new OutcomeRecord.Lineage("ab".repeat(32), "BAS/1", "test"));
    }
}
