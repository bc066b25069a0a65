package se.utfall.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of one file by its layout: the same row always turns out the same, so that a restart can read a file again. */
final class RowReading {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private final Layout layout;
    private final CellReading cells;
    private final Instant extractedAt;

    /** @param tenDigits the profile's word on numbers of ten digits without separator */
    RowReading(Layout layout, BlockList blocked, Instant extractedAt, boolean tenDigits) {
        this.layout = layout;
        this.extractedAt = extractedAt;
        this.cells = new CellReading(blocked, LocalDate.ofInstant(extractedAt, STOCKHOLM), tenDigits);
    }

    RowOutcome read(CsvRow row) {
        if (row.values().size() != layout.columns().size()) {
            return new RowOutcome(
                    row.line(),
                    null,
                    List.of(new RowOutcome.Fault("", RowCode.FALT)),
                    null,
                    row.trimmed(),
                    List.of(),
                    Set.of(),
                    Set.of());
        }
        RowValues values = new RowValues(layout);
        boolean removed = row.values().get(layout.place(Layout.REMOVED)).equals("J");
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            if (!removed || layout.keptByRemoval(column)) {
                cells.read(column, row.values().get(i), i, values);
            }
        }
        order(values);
        return outcome(row, values, removed);
    }

    private RowOutcome outcome(CsvRow row, RowValues values, boolean removed) {
        boolean good = values.faults().isEmpty();
        return new RowOutcome(
                row.line(),
                good ? FactMaking.fact(layout.type(), values, row.line(), extractedAt, removed) : null,
                values.faults(),
                key(values),
                row.trimmed(),
                values.localCodes(),
                values.unknownReasons(),
                values.blocked());
    }

    /** Text keys only: number keys are never compared by what a file does not name. */
    private @Nullable String key(RowValues values) {
        if (!layout.removesByAbsence()) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        for (String column : layout.key()) {
            if (!(values.get(column) instanceof String part)) {
                return null;
            }
            key.append(key.isEmpty() ? "" : "/").append(part);
        }
        return key.toString();
    }

    private void order(RowValues values) {
        for (Layout.Pair pair : layout.notBefore()) {
            if (below(values.at(pair.second()), values.at(pair.first()))) {
                values.fault(layout.columns().get(pair.second()), RowCode.ORDNING);
            }
        }
    }

    private static boolean below(@Nullable Object second, @Nullable Object first) {
        if (second instanceof LocalDate end && first instanceof LocalDate start) {
            return end.isBefore(start);
        }
        return second instanceof Integer high && first instanceof Integer low && high < low;
    }
}
