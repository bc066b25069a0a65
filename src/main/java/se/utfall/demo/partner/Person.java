package se.utfall.demo.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of an order's population, as far as the answers need it.
 *
 * @param key decides the person's made-up answers: the personal number, or anything else where nobody is ordered
 * @param coordination has a samordningsnummer
 * @param participant false for a comparison person
 */
record Person(
        int lopnr,
        long key,
        int birthYear,
        boolean coordination,
        boolean participant,
        @Nullable LocalDate start,
        @Nullable LocalDate end) {

    /** By a number of 12 digits that was checked before. */
    static Person of(
            int lopnr, String number, boolean participant, @Nullable LocalDate start, @Nullable LocalDate end) {
        int birthYear = Integer.parseInt(number.substring(0, 4));
        return new Person(
                lopnr, Long.parseLong(number), birthYear, NumberForm.coordination(number), participant, start, end);
    }

    @Override
    public String toString() {
        return "person";
    }
}
