package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import se.utfall.disclosure.ClearedTable.Result;
import se.utfall.disclosure.ClearedTable.Row;
import se.utfall.disclosure.Figure.Reason;
import se.utfall.disclosure.Figure.Shown;
import se.utfall.disclosure.Figure.Withheld;

/** The room's door: makes a table safe to show. The same table gives the same answer. */
public final class Disclosure {
    private final FrequencyTable table;
    private final DisclosureRules rules;
    private final BiFunction<Matrix, DisclosureRules, Hidden> withholding;
    private final List<Row> rows = new ArrayList<>();

    private Disclosure(
            FrequencyTable table, DisclosureRules rules, BiFunction<Matrix, DisclosureRules, Hidden> withholding) {
        this.table = table;
        this.rules = rules;
        this.withholding = withholding;
    }

    /**
     * Withholds small counts, groups of whom all or none have a property, shares of few, and whatever these could be calculated from. Throws
     * {@link IllegalStateException} when a category has fewer persons than may be named, or the persons are not the same throughout.
     */
    public static ClearedTable clear(FrequencyTable table, DisclosureRules rules) {
        return clear(table, rules, Withholding::of);
    }

    /** As if another had chosen what to withhold. */
    static ClearedTable clear(
            FrequencyTable table, DisclosureRules rules, BiFunction<Matrix, DisclosureRules, Hidden> withholding) {
        table.check(rules);
        return new Disclosure(table, rules, withholding).cleared();
    }

    private ClearedTable cleared() {
        for (int occasion = 0; occasion < table.occasions().size(); occasion++) {
            rows(occasion, Dimension.TOTAL, List.of(Dimension.TOTAL), table.totals(occasion));
            for (int d = 0; d < table.by().size(); d++) {
                Dimension by = table.by().get(d);
                rows(occasion, by.name(), by.categories(), table.matrix(occasion, d));
            }
        }
        return new ClearedTable(table.properties(), rows, log());
    }

    private void rows(int occasion, String dimension, List<String> categories, Matrix matrix) {
        Hidden hidden = withholding.apply(matrix, rules);
        for (int row = 0; row < matrix.rows(); row++) {
            List<Result> results = new ArrayList<>();
            for (int property = 0; property < hidden.properties(); property++) {
                results.add(result(matrix, row, property, hidden.count(row, property)));
            }
            Figure base = hidden.base(row) ? new Withheld(Reason.PROTECTED) : new Shown(matrix.base(row));
            String at = table.occasions().get(occasion);
            rows.add(new Row(at, dimension, categories.get(row), matrix.persons(row), base, results));
        }
    }

    private Result result(Matrix of, int row, int property, boolean withheld) {
        long base = of.base(row);
        long with = of.cell(row, property);
        if (withheld) {
            Figure protectedFigure = new Withheld(Reason.PROTECTED);
            return new Result(protectedFigure, protectedFigure, protectedFigure);
        }
        return new Result(new Shown(with), new Shown(base - with), share(with, base));
    }

    private Figure share(long with, long base) {
        if (base == 0) {
            return new Withheld(Reason.NO_BASE);
        }
        if (base <= rules.shareBase()) {
            return new Withheld(Reason.BASE_TOO_SMALL);
        }
        return with <= rules.shareCount() || base - with <= rules.shareCount()
                ? new Withheld(Reason.COUNT_TOO_SMALL)
                : new Shown((2000 * with + base) / (2 * base));
    }

    private ClearedTable.ProtectionLog log() {
        List<Figure> counts = new ArrayList<>();
        List<Figure> shares = new ArrayList<>();
        for (Row row : rows) {
            counts.add(row.base());
            for (Result result : row.results()) {
                counts.add(result.count());
                counts.add(result.without());
                shares.add(result.share());
            }
        }
        return new ClearedTable.ProtectionLog(rules, counts.size(), withheld(counts), shares.size(), withheld(shares));
    }

    private static int withheld(List<Figure> figures) {
        return (int) figures.stream().filter(f -> !f.shown()).count();
    }
}
