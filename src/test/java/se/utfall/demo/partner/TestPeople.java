package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Populations of the official test numbers. */
final class TestPeople {
    static final String HEADER = "lopnr;personnummer;grupp;startdatum;slutdatum\n";

    private TestPeople() {}

    static List<String> personal() {
        return list("testpersonnummer.csv").stream()
                .filter(n -> n.compareTo("1961") > 0 && n.compareTo("2003") < 0)
                .toList();
    }

    static List<String> coordination() {
        return list("testsamordningsnummer.csv");
    }

    static List<String> all() {
        return list("testpersonnummer.csv");
    }

    private static List<String> list(String file) {
        try (var in = Objects.requireNonNull(TestPeople.class.getResourceAsStream("/se/utfall/demo/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many of them, each tenth with a coordination number, whose jobs ended in 2023 to 2025. */
    static List<String> some(int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(i % 10 == 9 ? coordination().get(500 + i) : personal().get(i * 7));
        }
        return some;
    }

    /** {@code population.csv} of these in this order; a person's dates depend on the number alone. */
    static String csv(List<String> numbers) {
        StringBuilder csv = new StringBuilder(HEADER);
        int lopnr = 0;
        for (String number : numbers) {
            lopnr++;
            LocalDate end = LocalDate.of(2023, 1, 31).plusDays(Math.floorMod(number.hashCode(), 880));
            csv.append(lopnr).append(';').append(number).append(";DELTAGARE;");
            csv.append(end.minusDays(300)).append(';').append(end).append('\n');
        }
        return csv.toString();
    }

    static String csv(int count) {
        return csv(some(count));
    }
}
