package se.utfall.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.utfall.person.PersonalNumber;

/** The official test numbers, for tests that need many persons. */
final class TestNumbers {
    private TestNumbers() {}

    static List<PersonalNumber> all() {
        return Stream.of("testpersonnummer.csv", "testsamordningsnummer.csv")
                .flatMap(f -> lines(f).stream())
                .distinct()
                .map(RegisterHouse::number)
                .toList();
    }

    private static List<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TestNumbers.class.getResourceAsStream("/se/utfall/demo/" + file)),
                StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
