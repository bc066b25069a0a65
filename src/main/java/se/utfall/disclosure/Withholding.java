package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses what to withhold of one dimension on one occasion: what is sensitive, and further figures until each withheld one can have so many values as the smallest
 * count that may be shown. The totals are the other dimensions' too: they are withheld only for what they say themselves, and with them the column in every dimension.
 */
final class Withholding {
    private final Matrix matrix;
    private final DisclosureRules rules;
    private final int totals;
    private final int properties;
    private final Hidden hidden;
    private final Sensitive sensitive;
    private final Sensitive sensitiveTotals;

    private Withholding(Matrix matrix, DisclosureRules rules) {
        this.matrix = matrix;
        this.rules = rules;
        this.totals = matrix.rows();
        this.properties = matrix.rest();
        this.hidden = new Hidden(matrix.rows(), properties);
        this.sensitive = new Sensitive(matrix, rules);
        this.sensitiveTotals = new Sensitive(matrix.totals(), rules);
    }

    static Hidden of(Matrix matrix, DisclosureRules rules) {
        Withholding withholding = new Withholding(matrix, rules);
        withholding.start();
        withholding.extend();
        withholding.release();
        return withholding.hidden;
    }

    /** What is sensitive, and nothing that protects it. */
    static Hidden sensitiveOnly(Matrix matrix, DisclosureRules rules) {
        Withholding withholding = new Withholding(matrix, rules);
        withholding.start();
        return withholding.hidden;
    }

    private void start() {
        hidden.setBase(totals, sensitiveTotals.base(0));
        for (int property = 0; property < properties; property++) {
            hidden.setCount(totals, property, sensitiveTotals.count(0, property));
        }
        for (int row = 0; row < totals; row++) {
            hidden.setBase(row, mustHideBase(row));
            for (int property = 0; property < properties; property++) {
                hidden.setCount(row, property, mustHideCount(row, property));
            }
        }
    }

    private boolean mustHideBase(int row) {
        return hidden.base(totals) || sensitive.base(row);
    }

    /** Of an empty base everybody knows the counts. */
    private boolean mustHideCount(int row, int property) {
        boolean known = matrix.base(row) == 0 && !hidden.base(row);
        return !known && (hidden.count(totals, property) || sensitive.count(row, property));
    }

    private void extend() {
        for (int[] weak = weak(); weak.length > 0; weak = weak()) {
            if (!(weak[1] < properties && (hideCount(weak[1]) || hideOtherCount())) && !hideBase()) {
                throw new IllegalStateException("no way to protect a figure");
            }
        }
    }

    private boolean hideCount(int property) {
        List<Integer> open = smallestFirst();
        open.removeIf(row -> hidden.count(row, property) || matrix.base(row) == 0);
        open.stream().findFirst().ifPresent(row -> hidden.setCount(row, property, true));
        return !open.isEmpty();
    }

    private boolean hideOtherCount() {
        return IntStream.range(0, properties).anyMatch(this::hideCount);
    }

    private boolean hideBase() {
        List<Integer> open = smallestFirst();
        open.removeIf(hidden::base);
        open.stream().findFirst().ifPresent(row -> hidden.setBase(row, true));
        return !open.isEmpty();
    }

    private List<Integer> smallestFirst() {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, totals).boxed().toList());
        rows.sort(Comparator.comparingLong(matrix::base));
        return rows;
    }

    /** Row and property of a withheld figure that can have too few values (the property after the last: the base); empty when there is none. */
    private int[] weak() {
        Leeway leeway = new Leeway(matrix, hidden);
        for (int row = 0; row <= totals; row++) {
            if (hidden.base(row) && leeway.values(row, columns(matrix.outside())) < rules.minimumCell()) {
                return new int[] {row, properties};
            }
            for (int property = 0; property < properties; property++) {
                if (hidden.count(row, property) && !safe(leeway, row, property)) {
                    return new int[] {row, property};
                }
            }
        }
        return new int[0];
    }

    /** The count, the base without it, and those who have none of the properties. */
    private boolean safe(Leeway leeway, int row, int property) {
        BitSet without = new BitSet();
        without.set(0, matrix.outside());
        without.clear(property);
        int enough = rules.minimumCell();
        return leeway.values(row, columns(property)) >= enough
                && leeway.values(row, without) >= enough
                && (!rules.small(rest(row)) || leeway.values(row, columns(matrix.rest())) >= enough);
    }

    private long rest(int row) {
        return row == totals ? matrix.total(matrix.rest()) : matrix.cell(row, matrix.rest());
    }

    private static BitSet columns(int column) {
        BitSet columns = new BitSet();
        columns.set(column);
        return columns;
    }

    /** Shows again what turned out not to be needed, the largest first. */
    private void release() {
        List<Integer> rows = smallestFirst();
        Collections.reverse(rows);
        for (int row : rows) {
            if (hidden.base(row) && !mustHideBase(row)) {
                hidden.setBase(row, false);
                hidden.setBase(row, weak().length > 0);
            }
            for (int property = 0; property < properties; property++) {
                if (hidden.count(row, property) && !hidden.base(row) && !mustHideCount(row, property)) {
                    hidden.setCount(row, property, false);
                    hidden.setCount(row, property, weak().length > 0);
                }
            }
        }
    }
}
