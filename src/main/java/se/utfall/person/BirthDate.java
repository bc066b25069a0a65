package se.utfall.person;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The date part of a number. A samordningsnummer has 60 added to the day; its month may be 00 and its day 60 when the birth is partly unknown, and it
 * need not be a real date (Navet, bilaga 7: month 00-12, day 60-91).
 */
record BirthDate(int year, int month, int day, boolean coordination) {
    static BirthDate in(String digits) {
        int day = Integer.parseInt(digits.substring(6, 8));
        boolean coordination = day >= 60;
        return new BirthDate(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                coordination ? day - 60 : day,
                coordination);
    }

    NumberKind kind() {
        return coordination ? NumberKind.SAMORDNINGSNUMMER : NumberKind.PERSONNUMMER;
    }

    boolean possible() {
        if (coordination) {
            return month <= 12 && day <= 31;
        }
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** What is unknown counts as the earliest it can be; a day that its month lacks still counts by its number. */
    boolean isAfter(LocalDate reference) {
        if (year != reference.getYear()) {
            return year > reference.getYear();
        }
        return month == reference.getMonthValue() ? day > reference.getDayOfMonth() : month > reference.getMonthValue();
    }
}
