package se.utfall.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.linkage.LinkedDelivery.TableLedger;
import se.utfall.order.OrderId;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/**
 * A delivery as the database holds it: everything its records need besides the sealed files.
 *
 * @param folder name of its folder in the archive
 * @param population highest running number; {@code persons} of them sent and not recalled
 */
record StoredDelivery(
        DeliveryId id,
        OrderId order,
        int sequence,
        String purpose,
        @Nullable String partnerReference,
        Anchor anchor,
        String packageSha256,
        boolean last,
        Instant linkedAt,
        int population,
        int persons,
        String software,
        String folder,
        List<Table> tables,
        List<Period> periods) {

    /** One table with its counts. */
    record Table(
            int number,
            String file,
            SourceRegister register,
            SourceStatus status,
            LocalDate extractDate,
            String mappingVersion,
            long rows,
            long linked,
            long trimmed,
            Map<String, Long> setAside,
            List<String> dropped) {
        TableLedger ledger(List<Period> periods) {
            List<PeriodLedger> ledgers = periods.stream()
                    .filter(p -> p.table() == number)
                    .map(Period::ledger)
                    .toList();
            return new TableLedger(file, register, status, rows, linked, setAside, ledgers);
        }
    }

    /** A covered period: where its cells lie, and which version of the records it makes. */
    record Period(
            SourceRegister register,
            int monthIndex,
            int table,
            int position,
            boolean definitive,
            SourceStatus status,
            int recordVersion,
            long persons,
            long returned) {
        PeriodLedger ledger() {
            return new PeriodLedger(Periods.label(register, monthIndex), persons, returned, persons - returned);
        }
    }

    long records() {
        return (long) persons * periods.size();
    }

    Table table(int number) {
        return tables.stream().filter(t -> t.number() == number).findFirst().orElseThrow();
    }

    Period period(SourceRegister register, int monthIndex) {
        return periods.stream()
                .filter(p -> p.register() == register && p.monthIndex() == monthIndex)
                .findFirst()
                .orElseThrow();
    }

    LinkedDelivery view() {
        return new LinkedDelivery(
                id,
                order,
                purpose,
                sequence,
                last,
                packageSha256,
                linkedAt,
                records(),
                persons,
                tables.stream().map(t -> t.ledger(periods)).toList(),
                tables.stream()
                        .flatMap(t -> t.dropped().stream().map(c -> t.file() + ": " + c))
                        .toList());
    }
}
