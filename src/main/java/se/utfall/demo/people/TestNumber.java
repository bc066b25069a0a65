package se.utfall.demo.people;

import java.time.LocalDate;

/** An official test number, 12 digits, and the ways a case system writes it. */
record TestNumber(String digits) {
    int year() {
        return Integer.parseInt(digits.substring(0, 4));
    }

    boolean coordination() {
        return Integer.parseInt(digits.substring(6, 8)) >= 60;
    }

    /** 1 man, 2 woman, by the birth number's last digit. */
    String sex() {
        return (digits.charAt(10) - '0') % 2 == 1 ? "1" : "2";
    }

    /** Mostly 12 digits, sometimes with a separator, sometimes without the century; plus from the year of the hundredth birthday. */
    String written(Dice dice, LocalDate extract) {
        int way = dice.below(100);
        String separator = extract.getYear() - year() >= 100 ? "+" : "-";
        if (way < 85) {
            return digits;
        }
        int from = way < 95 ? 0 : 2;
        return digits.substring(from, 8) + separator + digits.substring(8);
    }

    String withWrongCheckDigit() {
        int check = digits.charAt(11) - '0';
        return digits.substring(0, 11) + (check + 1) % 10;
    }

    /** What some write for a person with protected identity; it links to nobody. */
    String asTfNumber() {
        return digits.substring(0, 8) + "Tf29";
    }

    @Override
    public String toString() {
        return "TestNumber";
    }
}
