package se.utfall.disclosure;

/** One dimension on one occasion: a row per category, a column per state; the last column is of those outside the base. */
final class Matrix {
    private final long[][] cells;

    Matrix(int rows, int columns) {
        cells = new long[rows][columns];
    }

    void add(int row, int column, long persons) {
        cells[row][column] += persons;
    }

    int rows() {
        return cells.length;
    }

    int columns() {
        return cells[0].length;
    }

    int outside() {
        return columns() - 1;
    }

    /** In the base, without any of the properties. */
    int rest() {
        return columns() - 2;
    }

    long cell(int row, int column) {
        return cells[row][column];
    }

    long total(int column) {
        long sum = 0;
        for (long[] row : cells) {
            sum += row[column];
        }
        return sum;
    }

    long persons(int row) {
        long sum = 0;
        for (long cell : cells[row]) {
            sum += cell;
        }
        return sum;
    }

    long persons() {
        long sum = 0;
        for (int row = 0; row < rows(); row++) {
            sum += persons(row);
        }
        return sum;
    }

    /** All rows together. */
    Matrix totals() {
        Matrix totals = new Matrix(1, columns());
        for (int column = 0; column < columns(); column++) {
            totals.add(0, column, total(column));
        }
        return totals;
    }

    long base(int row) {
        return persons(row) - cell(row, outside());
    }
}
