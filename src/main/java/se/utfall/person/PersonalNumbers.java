package se.utfall.person;

import java.time.LocalDate;

/** Reads personal numbers by domain 8A and contract 0; never throws on any text. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class PersonalNumbers {
    private PersonalNumbers() {}

    /**
     * Reads one text.
     *
     * @param reference the date the century and the plus sign are judged by (the local date of {@code uttagstid}), never the system clock
     * @param tenDigitsAllowed the profile's word on ten digits without separator: if so, read as with {@code -}
     */
    public static NumberReading read(String text, LocalDate reference, boolean tenDigitsAllowed) {
        throw new UnsupportedOperationException();
    }
}
