package se.utfall.demo.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Swedish Tax Agency's published test numbers; nobody carries them. */
final class TestNumbers {
    /** 21 726 personal and 2 240 coordination numbers. */
    static final int ALL = 23_966;

    private TestNumbers() {}

    /** So many of them in an order that the seed decides; those of working age in 2019-2026 come first. */
    static List<TestNumber> pick(long seed, int count) {
        return Stream.concat(list("testpersonnummer.csv"), list("testsamordningsnummer.csv"))
                .distinct()
                .map(TestNumber::new)
                .sorted(Comparator.comparing(TestNumbers::outsideWorkingAge)
                        .thenComparing(n -> Dice.of(seed, "number", Long.parseLong(n.digits()))
                                .next())
                        .thenComparing(TestNumber::digits))
                .limit(count)
                .toList();
    }

    private static boolean outsideWorkingAge(TestNumber number) {
        return number.year() < 1961 || number.year() > 2002;
    }

    private static Stream<String> list(String file) {
        InputStream in = TestNumbers.class.getResourceAsStream("/se/utfall/demo/" + file);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
