package se.utfall.disclosure;

import java.util.List;

/** A table that may be shown: withheld figures are withheld, and cannot be calculated from the others. Only this room makes one. */
public final class ClearedTable {
    private final List<String> properties;
    private final List<Row> rows;
    private final ProtectionLog log;

    ClearedTable(List<String> properties, List<Row> rows, ProtectionLog log) {
        this.properties = List.copyOf(properties);
        this.rows = List.copyOf(rows);
        this.log = log;
    }

    /**
     * One category on one occasion.
     *
     * @param dimension and category, or {@link Dimension#TOTAL} for both
     * @param persons always shown
     * @param base those of whom it is known whether they have the properties
     * @param results one per property
     */
    public record Row(
            String occasion, String dimension, String category, long persons, Figure base, List<Result> results) {
        public Row {
            results = List.copyOf(results);
        }

        public boolean total() {
            return dimension.equals(Dimension.TOTAL);
        }
    }

    /**
     * What is shown of one property.
     *
     * @param count of the base who have it
     * @param without of the base who have it not
     * @param share of the base, in tenths of a per cent
     */
    public record Result(Figure count, Figure without, Figure share) {}

    /**
     * What was done to the table. Says how much is withheld, not what for: that would help to undo it.
     *
     * @param figures counts in the table that could be withheld
     * @param withheld of them
     * @param shares shares in the table
     * @param sharesWithheld of them
     */
    public record ProtectionLog(DisclosureRules rules, int figures, int withheld, int shares, int sharesWithheld) {}

    public List<String> properties() {
        return properties;
    }

    /** By occasion: all persons first, then the dimensions with their categories in order. */
    public List<Row> rows() {
        return rows;
    }

    /** What a row of this table shows of one of its properties. */
    public Result result(Row row, String property) {
        return row.results().get(properties.indexOf(property));
    }

    public ProtectionLog log() {
        return log;
    }
}
