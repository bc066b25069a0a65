package se.utfall.linkage;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

/**
 * One register and period of which every person gets a record: covered by a table of a delivery, or by none.
 *
 * @param uncovered what is known where no table covers the period; then source and period are null
 * @param more the table, if it has columns that only datasets hold
 */
record Slot(
        SourceRegister register,
        int monthIndex,
        LocalDate start,
        LocalDate end,
        @Nullable DeliverySource source,
        StoredDelivery.@Nullable Period period,
        @Nullable Observation uncovered,
        DeliverySource.@Nullable Open more)
        implements Comparable<Slot> {
    static Slot covered(DeliverySource source, StoredDelivery.Period period) {
        return of(period.register(), period.monthIndex(), source, period, null);
    }

    static Slot uncovered(SourceRegister register, int monthIndex, Observation known) {
        return of(register, monthIndex, null, null, known);
    }

    private static Slot of(
            SourceRegister register,
            int monthIndex,
            @Nullable DeliverySource source,
            StoredDelivery.@Nullable Period period,
            @Nullable Observation uncovered) {
        return new Slot(
                register,
                monthIndex,
                Periods.start(register, monthIndex),
                Periods.end(register, monthIndex),
                source,
                period,
                uncovered,
                source == null || period == null ? null : more(source.table(period.table())));
    }

    /** Whether the period lies after that day of the epoch: it begins later, or, for a year (counted at its end), ends later. */
    boolean after(long day) {
        return (register.yearly() ? end : start).toEpochDay() > day;
    }

    private static DeliverySource.@Nullable Open more(DeliverySource.Open table) {
        return table.meaning().hasBeside() ? table : null;
    }

    /** What the linked row of the person at hand says in columns that only datasets hold; empty without such columns, or without a row. */
    Map<String, Object> beside() {
        if (more == null || period == null || !more.cursor().state(period.position(), TableGrid.LINKED)) {
            return Map.of();
        }
        return more.meaning().beside(period.position());
    }

    @Override
    public int compareTo(Slot other) {
        int byRegister = register.compareTo(other.register);
        return byRegister != 0 ? byRegister : Integer.compare(monthIndex, other.monthIndex);
    }
}
