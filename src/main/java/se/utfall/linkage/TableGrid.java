package se.utfall.linkage;

import java.util.List;

/**
 * One table's linked rows by running number and period, in arrays of the narrowest width. A cell that several rows want needs no memory of its own: it
 * holds the row that would be linked so far and remembers whether all were equal and how many had {@code SenPNr} = 1 (contract 2).
 */
final class TableGrid {
    /** A row is linked here. */
    static final byte LINKED = 1;
    /** A row came for this cell and was set aside; none is linked unless {@link #LINKED}. */
    static final byte SET_ASIDE = 2;
    /** One of several rows was linked. */
    static final byte CHOSEN = 4;

    private static final int LATEST = 0b11_000;
    private static final int ONE_LATEST = 0b01_000;
    private static final int UNEQUAL = 0b100_000;

    private final int persons;
    private final Coverage coverage;
    private final List<ColumnReading> columns;
    private final PackedLongs[] values;
    private final byte[] states;
    private long candidates;

    TableGrid(int persons, Coverage coverage, List<ColumnReading> columns) {
        this.persons = persons;
        this.coverage = coverage;
        this.columns = columns;
        int cells = Math.multiplyExact(persons, coverage.count());
        this.states = new byte[cells];
        this.values = new PackedLongs[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new PackedLongs(cells);
        }
    }

    int persons() {
        return persons;
    }

    Coverage coverage() {
        return coverage;
    }

    List<ColumnReading> columns() {
        return columns;
    }

    int cell(int runningNumber, int position) {
        return (runningNumber - 1) * coverage.count() + position;
    }

    void setAside(int cell) {
        states[cell] |= SET_ASIDE;
    }

    /** A row that may be linked: the first of its cell, or a rival of those before it. */
    void offer(int cell, long[] row, boolean latest) {
        candidates++;
        int state = states[cell];
        if ((state & LINKED) == 0) {
            put(cell, row);
            states[cell] = (byte) (state | LINKED | (latest ? ONE_LATEST : 0));
            return;
        }
        state |= CHOSEN;
        if ((state & UNEQUAL) == 0 && !holds(cell, row)) {
            state |= UNEQUAL;
        }
        int latestSoFar = state & LATEST;
        if (latest && latestSoFar == 0) {
            put(cell, row);
        }
        int latestNow = latest ? Math.min(latestSoFar + ONE_LATEST, 2 * ONE_LATEST) : latestSoFar;
        states[cell] = (byte) ((state & ~LATEST) | latestNow);
    }

    /** Settles every cell after the last row; answers how many rows lost to another or to no one. */
    long settle() {
        long linked = 0;
        for (int cell = 0; cell < states.length; cell++) {
            states[cell] = settled(states[cell]);
            linked += states[cell] & LINKED;
        }
        return candidates - linked;
    }

    private static byte settled(int state) {
        boolean rivals = (state & CHOSEN) != 0;
        boolean undecided = rivals && (state & LATEST) != ONE_LATEST && (state & UNEQUAL) != 0;
        return (byte) (undecided ? SET_ASIDE : state & (LINKED | SET_ASIDE | CHOSEN));
    }

    byte state(int cell) {
        return states[cell];
    }

    PackedLongs values(int column) {
        return values[column];
    }

    /** Persons with a linked row in the period. */
    long returned(int position) {
        long returned = 0;
        for (int cell = position; cell < states.length; cell += coverage.count()) {
            returned += states[cell] & LINKED;
        }
        return returned;
    }

    private void put(int cell, long[] row) {
        for (int i = 0; i < values.length; i++) {
            values[i].set(cell, row[i]);
        }
    }

    private boolean holds(int cell, long[] row) {
        for (int i = 0; i < values.length; i++) {
            if (values[i].get(cell) != row[i]) {
                return false;
            }
        }
        return true;
    }
}
