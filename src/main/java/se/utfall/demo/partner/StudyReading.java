package se.utfall.demo.partner;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks the content of a study (contract 2): three files, no personal number in any of them. Faults name the line, never a value. */
final class StudyReading {
    private static final String PERSONS = "individer.csv";
    private static final String ENROLMENTS = "inskrivningar.csv";
    private static final String MEASURES = "insatser.csv";
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])([0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}(?![0-9])");
    private static final Set<String> EXITS = Set.of(
            "",
            "ARBETE",
            "SUBVENTIONERAT_ARBETE",
            "STUDIER",
            "FLYTTAT",
            "SJUK",
            "AVLIDEN",
            "PENSION",
            "UTEBLIVEN",
            "ANNAN");
    private static final Set<String> TYPES = Set.of(
            "STOCKHOLMSJOBB",
            "EXTRATJANST",
            "ARBETSTRANING",
            "PRAKTIK",
            "UTBILDNING",
            "JOBBCOACHNING",
            "MATCHNING",
            "FORBEREDANDE",
            "GRUPP",
            "ANNAN");
    private static final Set<String> WORKPLACES = Set.of("", "ORDINARIE", "SARSKILD", "EXTERN", "INGEN");

    private final List<Person> persons = new ArrayList<>();
    private final int[] last = {0, 0};
    private @Nullable LocalDate before;

    /**
     * A person of the study.
     *
     * @param sex 1, 2 or empty
     */
    record Person(boolean treated, String sex) {}

    /** What the study holds. */
    record Study(List<Person> persons) {}

    private StudyReading() {}

    static Study read(PlainPackage plain, LocalDate today) throws RefusedException {
        Manifest manifest = plain.manifest();
        manifest.words("andamal");
        manifest.words("beslut");
        if (manifest.date("gallras").isBefore(today)) {
            throw new RefusedException("GALLRAS", "gallringsdatum har passerat.");
        }
        if (manifest.month("period", "till").isBefore(manifest.month("period", "fran"))) {
            throw new RefusedException("PERIOD", "perioden slutar innan den börjar.");
        }
        Map<String, byte[]> files = plain.exactly(List.of(PERSONS, ENROLMENTS, MEASURES));
        LocalDate end = manifest.month("period", "till").atEndOfMonth();
        return new StudyReading().read(files, end);
    }

    private Study read(Map<String, byte[]> files, LocalDate end) throws RefusedException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (NUMBER.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                    .find()) {
                throw new RefusedException("PERSONNUMMER", file.getKey() + ": ett personnummer står i filen.");
            }
        }
        readPersons(content(files, PERSONS));
        readEnrolments(content(files, ENROLMENTS), end);
        readMeasures(content(files, MEASURES), end);
        if (persons.isEmpty()) {
            throw new RefusedException("TOM", PERSONS + ": ingen person.");
        }
        return new Study(List.copyOf(persons));
    }

    private void readPersons(byte[] content) throws RefusedException {
        CsvLines.read(
                PERSONS,
                content,
                List.of("lopnr", "grupp", "kon", "fodelsear", "utbildningsniva", "nyanland"),
                this::person);
    }

    private void readEnrolments(byte[] content, LocalDate end) throws RefusedException {
        CsvLines.read(
                ENROLMENTS,
                content,
                List.of("lopnr", "inskrivningsnr", "startdatum", "avslutsdatum", "avslutsorsak"),
                (line, f) -> {
                    spell(ENROLMENTS, line, f[0], f[1], f[2], f[3], end);
                    require(EXITS.contains(f[4]), ENROLMENTS, line, "avslutsorsak");
                });
    }

    private void readMeasures(byte[] content, LocalDate end) throws RefusedException {
        last[0] = 0;
        CsvLines.read(
                MEASURES,
                content,
                List.of(
                        "lopnr",
                        "insatsnr",
                        "inskrivningsnr",
                        "insatstyp",
                        "arbetsplatstyp",
                        "startdatum",
                        "slutdatum",
                        "omfattning_procent"),
                (line, f) -> {
                    spell(MEASURES, line, f[0], f[1], f[5], f[6], end);
                    require(f[2].matches("([1-9][0-9]{0,3})?"), MEASURES, line, "inskrivningsnr");
                    require(TYPES.contains(f[3]), MEASURES, line, "insatstyp");
                    require(WORKPLACES.contains(f[4]), MEASURES, line, "arbetsplatstyp");
                    require(f[7].matches("([1-9][0-9]?|100)?"), MEASURES, line, "omfattning_procent");
                });
    }

    private static byte[] content(Map<String, byte[]> files, String name) throws RefusedException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new RefusedException("FILER", name + " saknas.");
        }
        return content;
    }

    private void person(int line, String[] f) throws RefusedException {
        require(f[0].equals(String.valueOf(persons.size() + 1)), PERSONS, line, "lopnr");
        require(f[1].equals("DELTAGARE") || f[1].equals("JAMFORELSE"), PERSONS, line, "grupp");
        require(f[2].matches("[12]?"), PERSONS, line, "kon");
        require(f[3].matches("(18|19|20)[0-9]{2}"), PERSONS, line, "fodelsear");
        require(f[4].matches("[1-79]?"), PERSONS, line, "utbildningsniva");
        require(f[5].matches("[JN]?"), PERSONS, line, "nyanland");
        persons.add(new Person(f[1].equals("DELTAGARE"), f[2]));
    }

    /** Numbered from 1 within the person, by start; persons in order. */
    private void spell(String file, int line, String lopnr, String number, String start, String stop, LocalDate end)
            throws RefusedException {
        require(lopnr.matches("[1-9][0-9]{0,8}"), file, line, "lopnr");
        int person = Integer.parseInt(lopnr);
        require(person <= persons.size() && person >= last[0], file, line, "lopnr");
        if (person != last[0]) {
            last[0] = person;
            last[1] = 0;
            before = null;
        }
        require(number.equals(String.valueOf(++last[1])), file, line, "löpande nummer");
        LocalDate from = date(file, line, start);
        require(!from.isAfter(end) && (before == null || !from.isBefore(before)), file, line, "startdatum");
        require(stop.isEmpty() || !date(file, line, stop).isBefore(from), file, line, "slut");
        before = from;
    }

    private static LocalDate date(String file, int line, String text) throws RefusedException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new RefusedException("DATUM", file + " rad " + line + ": inget datum.");
        }
    }

    private static void require(boolean holds, String file, int line, String column) throws RefusedException {
        if (!holds) {
            throw new RefusedException("INNEHALL", file + " rad " + line + ": " + column + " stämmer inte.");
        }
    }
}
