package se.utfall.disclosure;

import java.util.List;

/** A table that may be shown: withheld figures are withheld, and cannot be calculated from the others. Only this room makes one. */
public final class ClearedTable {
    /** Name of the column with all persons of the group. */
    public static final String PERSONS = "PERSONS";

    /** Name of the column with those the share is of. */
    public static final String BASE = "BASE";

    /** Name of the column with those of the base that have not the property, when they are of several states. */
    public static final String REST = "REST";

    private final List<Dimension> by;
    private final List<String> columns;
    private final List<Row> rows;
    private final ProtectionLog log;

    ClearedTable(List<Dimension> by, List<String> columns, List<Row> rows, ProtectionLog log) {
        this.by = List.copyOf(by);
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.log = log;
    }

    /**
     * One group on one occasion.
     *
     * @param group a category per dimension, or {@link Dimension#TOTAL}
     * @param counts a figure per column
     * @param share of the base, in tenths of a per cent
     * @param coverage the base's share of the persons, in tenths of a per cent
     */
    public record Row(String occasion, List<String> group, List<Figure> counts, Figure share, Figure coverage) {
        public Row {
            group = List.copyOf(group);
            counts = List.copyOf(counts);
        }
    }

    /**
     * What was done to the table. Says how much is withheld, not what for: that would help to undo it.
     *
     * @param figures counts in the table
     * @param withheld of them
     * @param shares shares in the table
     * @param sharesWithheld of them
     */
    public record ProtectionLog(DisclosureRules rules, int figures, int withheld, int shares, int sharesWithheld) {}

    public List<Dimension> by() {
        return by;
    }

    public List<String> columns() {
        return columns;
    }

    /** By occasion and group, categories in the order of their dimension and the total last. */
    public List<Row> rows() {
        return rows;
    }

    public ProtectionLog log() {
        return log;
    }
}
