package se.utfall.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The typed values of one row by column, and what was found on the way. */
final class RowValues {
    private final Layout layout;
    private final @Nullable Object[] values;
    private final List<RowOutcome.Fault> faults = new ArrayList<>();
    private final List<RowOutcome.LocalCode> localCodes = new ArrayList<>();
    private final Set<String> unknownReasons = new LinkedHashSet<>();
    private final Set<String> blocked = new LinkedHashSet<>();

    RowValues(Layout layout) {
        this.layout = layout;
        this.values = new @Nullable Object[layout.columns().size()];
    }

    void set(int place, Object value) {
        values[place] = value;
    }

    void fault(Column column, RowCode code) {
        faults.add(new RowOutcome.Fault(column.name(), code));
    }

    void localCode(Column column, String code) {
        localCodes.add(new RowOutcome.LocalCode(column.name(), code));
    }

    void unknownReason(Column column) {
        unknownReasons.add(column.name());
    }

    void block(Column column) {
        blocked.add(column.name());
    }

    @Nullable Object at(int place) {
        return values[place];
    }

    @Nullable Object get(String column) {
        return values[layout.place(column)];
    }

    @Nullable String text(String column) {
        return (String) get(column);
    }

    @Nullable LocalDate date(String column) {
        return (LocalDate) get(column);
    }

    @Nullable Boolean flag(String column) {
        return (Boolean) get(column);
    }

    @Nullable Integer whole(String column) {
        return (Integer) get(column);
    }

    /** A value that a row without faults must have. */
    <T> T required(String column, Class<T> type) {
        Object value = get(column);
        if (value == null) {
            throw new IllegalStateException("a row without faults lacks " + column);
        }
        return type.cast(value);
    }

    List<RowOutcome.Fault> faults() {
        return faults;
    }

    List<RowOutcome.LocalCode> localCodes() {
        return localCodes;
    }

    Set<String> unknownReasons() {
        return unknownReasons;
    }

    Set<String> blocked() {
        return blocked;
    }
}
