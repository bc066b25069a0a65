package se.utfall.demo.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.partner.OrderTerms.Mode;

/** Reads and checks {@code population.csv} (contract 2): one row per person, running numbers 1..n in order. Faults name the line, never a value. */
final class PopulationReading {
    static final String FILE = "population.csv";
    private static final List<String> HEADER = List.of("lopnr", "personnummer", "grupp", "startdatum", "slutdatum");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final Mode mode;
    private final LocalDate today;
    private final List<Person> persons = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private PopulationReading(Mode mode, LocalDate today) {
        this.mode = mode;
        this.today = today;
    }

    static People read(byte[] content, Mode mode, LocalDate today) throws RefusedException {
        PopulationReading reading = new PopulationReading(mode, today);
        CsvLines.read(FILE, content, HEADER, reading::take);
        if (reading.persons.isEmpty()) {
            throw new RefusedException("TOM", FILE + ": ingen person.");
        }
        return People.of(List.copyOf(reading.persons));
    }

    private void take(int line, String[] fields) throws RefusedException {
        int lopnr = persons.size() + 1;
        if (!fields[0].equals(String.valueOf(lopnr))) {
            throw fault("LOPNR", line, "lopnr ska vara 1, 2, 3 och så vidare");
        }
        if (!NumberForm.holds(fields[1], today)) {
            throw fault(
                    "PERSONNUMMER", line, "personnummer ska ha tolv siffror, rätt kontrollsiffra och möjligt datum");
        }
        if (!numbers.add(fields[1])) {
            throw fault("DUBBLETT", line, "personen finns redan");
        }
        LocalDate start = date(line, "startdatum", fields[3]);
        LocalDate end = date(line, "slutdatum", fields[4]);
        requireGroup(line, fields[2], start, end);
        persons.add(Person.of(lopnr, fields[1], !fields[2].equals("JAMFORELSE"), start, end));
    }

    /** A key file of a split delivery holds neither group nor dates. */
    private void requireGroup(int line, String group, @Nullable LocalDate start, @Nullable LocalDate end)
            throws RefusedException {
        boolean known =
                mode == Mode.IFAU ? group.equals("STUDIE") : group.equals("DELTAGARE") || group.equals("JAMFORELSE");
        if (!known) {
            throw fault("GRUPP", line, "grupp är okänd för detta leveranssätt");
        }
        boolean dated = switch (group) {
            case "STUDIE" -> start == null && end == null;
            case "JAMFORELSE" -> end != null;
            default -> start != null && (end == null || !end.isBefore(start));
        };
        if (!dated) {
            throw fault("DATUM", line, "startdatum och slutdatum stämmer inte med gruppen eller varandra");
        }
    }

    private static @Nullable LocalDate date(int line, String column, String text) throws RefusedException {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return date;
            }
        } catch (DateTimeException e) {
            throw fault("DATUM", line, column + " är inget datum");
        }
        throw fault("DATUM", line, column + " ligger utanför 1900-2100");
    }

    private static RefusedException fault(String code, int line, String text) {
        return new RefusedException(code, FILE + " rad " + line + ": " + text + ".");
    }
}
