package se.utfall.disclosure;

import java.util.List;

/**
 * A way in which the table could be otherwise. The {@code groups} figures change with it, and on each of its occasions those of one of the {@code ways}. While all
 * that changes is withheld nobody can tell.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million, compared by nobody
record Shift(int[] groups, List<List<Way>> ways) {
    static final long ENDLESS = Long.MAX_VALUE / 4;

    /** One person more in each of the {@code gaining} cells, one fewer in each of the {@code losing}. Ways of one occasion share no cell. */
    @SuppressWarnings("ArrayRecordComponent")
    record Way(int[] gaining, int[] losing, int[] changed) {}

    /** How often one can be taken from each cell before one of them is empty. */
    static long times(int[] cells, long[] left) {
        long times = ENDLESS;
        for (int cell : cells) {
            times = Math.min(times, left[cell]);
        }
        return times;
    }

    /** How often one can be taken from either of two sets of cells, each for itself. */
    static long room(Way way, long[] cells, long enough) {
        return Math.min(times(way.losing(), cells), enough) + Math.min(times(way.gaining(), cells), enough);
    }
}
