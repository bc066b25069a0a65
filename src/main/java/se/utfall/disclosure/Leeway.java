package se.utfall.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How many values a withheld sum can have among all matrices that agree with what is shown. Persons per row are known, and each column's total unless it is withheld
 * too; so the withheld cells can only change along ways that leave every row and every column as large as it is. The longest such change is a maximal flow, and since
 * flows are whole numbers every value between the least and the greatest is possible: the count is exact.
 */
final class Leeway {
    private static final long ENDLESS = Long.MAX_VALUE / 4;
    private final Matrix matrix;
    private final Hidden hidden;

    Leeway(Matrix matrix, Hidden hidden) {
        this.matrix = matrix;
        this.hidden = hidden;
    }

    /** Values of the sum of some columns in a row; the row after the last stands for the totals. */
    long values(int row, BitSet columns) {
        return 1 + flow(row, columns, true) + flow(row, columns, false);
    }

    /** The row is parted in two, those columns and the others: what can flow from one part to the other is what the sum can gain or lose. */
    private long flow(int row, BitSet columns, boolean gain) {
        int apart = matrix.rows() + 1;
        long[][] capacity = capacities(row, columns, apart);
        int from = gain ? row : apart;
        int to = gain ? apart : row;
        long flow = 0;
        for (long pushed = push(capacity, from, to); pushed > 0; pushed = push(capacity, from, to)) {
            flow += pushed;
        }
        return flow;
    }

    /** Nodes are rows, the totals' row, the part of the parted row, then columns. From row to column: the cell shrinks; back: it grows. */
    private long[][] capacities(int parted, BitSet columns, int apart) {
        int first = apart + 1;
        long[][] capacity = new long[first + matrix.columns()][first + matrix.columns()];
        for (int row = 0; row <= matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                if (hidden.cell(row, column)) {
                    int node = row == parted && columns.get(column) ? apart : row;
                    capacity[node][first + column] = size(row, column);
                    capacity[first + column][node] = ENDLESS;
                }
            }
        }
        return capacity;
    }

    /** The totals' row holds what the total lacks to everybody: it shrinks when the column grows. */
    private long size(int row, int column) {
        return row < matrix.rows() ? matrix.cell(row, column) : matrix.persons() - matrix.total(column);
    }

    /** Sends what it can along one shortest way; zero when there is none. */
    private static long push(long[][] capacity, int from, int to) {
        int[] before = new int[capacity.length];
        Arrays.fill(before, -1);
        before[from] = from;
        int[] queue = new int[capacity.length];
        int filled = 0;
        queue[filled++] = from;
        for (int head = 0; head < filled && before[to] < 0; head++) {
            for (int next = 0; next < capacity.length; next++) {
                if (before[next] < 0 && capacity[queue[head]][next] > 0) {
                    before[next] = queue[head];
                    queue[filled++] = next;
                }
            }
        }
        return before[to] < 0 ? 0 : along(capacity, before, from, to);
    }

    private static long along(long[][] capacity, int[] before, int from, int to) {
        long most = ENDLESS;
        for (int node = to; node != from; node = before[node]) {
            most = Math.min(most, capacity[before[node]][node]);
        }
        for (int node = to; node != from; node = before[node]) {
            capacity[before[node]][node] -= most;
            capacity[node][before[node]] += most;
        }
        return most;
    }
}
