package se.utfall.disclosure;

/** What may not be shown for what it says itself: a small base, and counts that are small, or of nobody or everybody in the base. */
final class Sensitive {
    private final Matrix matrix;
    private final DisclosureRules rules;

    Sensitive(Matrix matrix, DisclosureRules rules) {
        this.matrix = matrix;
        this.rules = rules;
    }

    boolean base(int row) {
        return rules.small(matrix.base(row));
    }

    /** Those in the base who have none of the properties are nowhere shown, but can be calculated: they are hidden with the last property. */
    boolean count(int row, int property) {
        long base = matrix.base(row);
        long with = matrix.cell(row, property);
        boolean last = property == matrix.rest() - 1;
        return base > 0
                && (with < rules.minimumCell()
                        || base - with < rules.minimumCell()
                        || (last && rules.small(matrix.cell(row, matrix.rest()))));
    }
}
