package se.utfall.disclosure;

/**
 * What is withheld of a matrix and its totals (the row after the last): per row the base, and per row and property the count. Who hides the base hides all of the
 * row; who hides a count hides the rest of the base with it.
 */
final class Hidden {
    private final boolean[] base;
    private final boolean[][] counts;

    Hidden(int rows, int properties) {
        base = new boolean[rows + 1];
        counts = new boolean[rows + 1][properties];
    }

    int properties() {
        return counts[0].length;
    }

    boolean base(int row) {
        return base[row];
    }

    boolean count(int row, int property) {
        return base[row] || counts[row][property];
    }

    void setBase(int row, boolean withheld) {
        base[row] = withheld;
    }

    void setCount(int row, int property, boolean withheld) {
        counts[row][property] = withheld;
    }

    boolean any(int row) {
        boolean any = base[row];
        for (boolean count : counts[row]) {
            any |= count;
        }
        return any;
    }

    /** Whether a reader cannot tell the matrix's cell: the columns are the properties, the rest, those outside. */
    boolean cell(int row, int column) {
        if (column < properties()) {
            return count(row, column);
        }
        return column == properties() ? any(row) : base[row];
    }
}
