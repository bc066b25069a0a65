package se.utfall.demo.partner;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months as one number: year * 12 + month - 1. */
final class Months {
    static final int NEVER = Integer.MAX_VALUE;

    private Months() {}

    static int of(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static int of(LocalDate day) {
        return of(YearMonth.from(day));
    }

    static String text(int month) {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .toString();
    }
}
