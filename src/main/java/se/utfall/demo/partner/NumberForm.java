package se.utfall.demo.partner;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a 12-digit personal or coordination number must fulfil. */
final class NumberForm {
    private static final int COORDINATION = 60;

    private NumberForm() {}

    /** True for 12 digits with a possible day of birth not after {@code today} and the right check digit. */
    static boolean holds(String number, LocalDate today) {
        return number.matches("(18|19|20)[0-9]{10}")
                && !number.startsWith("000", 8)
                && possibleBirth(number, today)
                && checkDigit(number) == number.charAt(11) - '0';
    }

    /** Coordination numbers may leave month or day open, and need not be a day of the calendar. */
    private static boolean possibleBirth(String number, LocalDate today) {
        int year = Integer.parseInt(number.substring(0, 4));
        int month = Integer.parseInt(number.substring(4, 6));
        int day = day(number);
        if (day >= COORDINATION) {
            return month <= 12 && day <= COORDINATION + 31 && year <= today.getYear();
        }
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && YearMonth.of(year, month).isValidDay(day);
        return real && !LocalDate.of(year, month, day).isAfter(today);
    }

    /** True for a coordination number: 60 more than the day. */
    static boolean coordination(String number) {
        return day(number) >= COORDINATION;
    }

    private static int day(String number) {
        return Integer.parseInt(number.substring(6, 8));
    }

    /** Luhn over the nine digits after the century. */
    private static int checkDigit(String number) {
        int sum = 0;
        for (int i = 2; i < 11; i++) {
            int product = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
