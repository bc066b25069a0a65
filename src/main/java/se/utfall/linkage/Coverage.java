package se.utfall.linkage;

import java.time.YearMonth;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

/**
 * The ordered periods that a table covers: {@code count} month indexes from {@code first} in steps of 1, or of 12 for a yearly register.
 *
 * @param first month index of the first period's first month
 */
record Coverage(SourceRegister register, int first, int count) {
    /** Every period of the order; of a yearly register every year that one of its months lies in. */
    static Coverage ordered(SourceRegister register, YearMonth from, YearMonth to) {
        int step = step(register);
        int first = Math.floorDiv(Periods.monthIndex(from), step) * step;
        return new Coverage(register, first, (Periods.monthIndex(to) - first) / step + 1);
    }

    /** The part of these periods that lies between two others, inclusive. */
    Coverage within(int from, int to) {
        int step = step(register);
        int start = Math.max(first, from);
        int last = Math.min(first + (count - 1) * step, to);
        return new Coverage(register, start, last < start ? 0 : (last - start) / step + 1);
    }

    /** Which of the periods a month index begins, -1 when none. */
    int position(int monthIndex) {
        int step = step(register);
        int position = Math.floorDiv(monthIndex - first, step);
        return monthIndex >= first && position < count && month(position) == monthIndex ? position : -1;
    }

    int month(int position) {
        return first + position * step(register);
    }

    String label(int position) {
        return Periods.label(register, month(position));
    }

    private static int step(SourceRegister register) {
        return register.yearly() ? 12 : 1;
    }
}
