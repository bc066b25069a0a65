package se.utfall.person;

import java.util.OptionalInt;

/** Luhn's mod-10 check digit, weights 2, 1, 2, 1 ... on {@code YYMMDDNNN}, never on the century. */
final class CheckDigit {
    private static final String COUNTED_AS_ONE = "TRSUWXJKLMN";

    private CheckDigit() {}

    /** The digit for nine characters; the letters of interim numbers count as 1. Empty when a character counts as nothing. */
    static OptionalInt of(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int value = value(nine.charAt(i));
            if (value < 0) {
                return OptionalInt.empty();
            }
            int weighted = i % 2 == 0 ? value * 2 : value;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return OptionalInt.of((10 - sum % 10) % 10);
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return COUNTED_AS_ONE.indexOf(c) >= 0 ? 1 : -1;
    }
}
