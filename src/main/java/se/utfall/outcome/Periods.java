package se.utfall.outcome;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Month arithmetic shared by all rooms: a month's index is {@code year*12+month-1}, so that differences of indexes are calendar months. */
public final class Periods {
    private Periods() {}

    public static int monthIndex(LocalDate date) {
        return monthIndex(date.getYear(), date.getMonthValue());
    }

    public static int monthIndex(YearMonth month) {
        return monthIndex(month.getYear(), month.getMonthValue());
    }

    public static int monthIndex(int year, int month) {
        return year * 12 + month - 1;
    }

    public static YearMonth month(int monthIndex) {
        return YearMonth.of(Math.floorDiv(monthIndex, 12), Math.floorMod(monthIndex, 12) + 1);
    }

    /** First day of the register's period that the month lies in: the month's, or the year's. */
    public static LocalDate start(SourceRegister register, int monthIndex) {
        YearMonth month = month(monthIndex);
        return register.yearly() ? LocalDate.of(month.getYear(), 1, 1) : month.atDay(1);
    }

    /** Last day, inclusive, of the register's period that the month lies in. */
    public static LocalDate end(SourceRegister register, int monthIndex) {
        YearMonth month = month(monthIndex);
        return register.yearly() ? LocalDate.of(month.getYear(), 12, 31) : month.atEndOfMonth();
    }

    /** {@code YYYY-MM} or, for a yearly register, {@code YYYY}: how the contract writes a period. */
    public static String label(SourceRegister register, int monthIndex) {
        YearMonth month = month(monthIndex);
        return register.yearly() ? String.format(Locale.ROOT, "%04d", month.getYear()) : month.toString();
    }
}
