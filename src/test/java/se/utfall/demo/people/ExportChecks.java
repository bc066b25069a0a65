package se.utfall.demo.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The contract's intake layouts read a second time, for the test alone: what is wrong with a row, by plain code. */
final class ExportChecks {
    private static final String CODE = "[0-9A-Za-zÅÄÖåäö_.-]{1,40}";
    private static final String ID = "[A-Za-z0-9._-]{1,64}";
    private static final String MONEY = "-?(\\d+|\\d{1,3}([ \u00a0\u202f]\\d{3})+)(,\\d{1,2})?";
    private static final String OBSTACLE =
            "ARBETSLOS|SJUK|SJUKERSATTNING|SOCIALA_SKAL|FORALDRALEDIG|DELTID|HELTID|SPRAKHINDER|UTAN_HINDER|ANNAT";
    private static final String MEASURE =
            "STOCKHOLMSJOBB|EXTRATJANST|ARBETSTRANING|PRAKTIK|UTBILDNING|JOBBCOACHNING|MATCHNING|FORBEREDANDE|GRUPP|ANNAN";
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "stadsdel",
            "anvisad_av",
            "ekonomiskt_bistand",
            "forsorjningshinder",
            "inskriven_af",
            "utbildningsniva",
            "nyanland",
            "kon",
            "skyddad",
            "borttagen",
            "avslutsorsak",
            "uppfoljning_3man",
            "arbetsplatstyp",
            "planerat_slutdatum",
            "slutdatum",
            "omfattning_procent",
            "avbrottsorsak",
            "mal",
            "anordnare",
            "deltagare",
            "jobbtorg?",
            "inskrivning_id?",
            "insats_id?");
    private static final Map<String, Predicate<String>> VALID = new HashMap<>();

    static {
        for (String number : List.of("personnummer", "gammalt_nummer", "nytt_nummer")) {
            VALID.put(number, ExportChecks::luhn);
        }
        for (String id : List.of("inskrivning_id", "insats_id", "skattning_id", "kostnad_id")) {
            VALID.put(id, matching(ID));
        }
        for (String day : List.of(
                "startdatum",
                "avslutsdatum",
                "planerat_slutdatum",
                "slutdatum",
                "matdatum",
                "period_start",
                "period_slut",
                "datum")) {
            VALID.put(day, ExportChecks::date);
        }
        for (String code : List.of("jobbtorg", "stadsdel", "anordnare", "instrument", "instrumentversion", "fraga")) {
            VALID.put(code, matching(CODE));
        }
        for (String yes : List.of("ekonomiskt_bistand", "inskriven_af", "nyanland", "skyddad", "borttagen")) {
            VALID.put(yes, matching("[JN]"));
        }
        for (String whole : List.of("matomgang", "varde", "skala_min", "skala_max")) {
            VALID.put(whole, matching("-?\\d{1,9}"));
        }
        VALID.put("anvisad_av", matching("SOCIALTJANST|ARBETSFORMEDLINGEN|SJALV|UPPSOKANDE|ANNAN"));
        VALID.put("forsorjningshinder", matching(OBSTACLE));
        VALID.put("utbildningsniva", matching("[1-79]"));
        VALID.put("kon", matching("[12]"));
        VALID.put(
                "avslutsorsak",
                matching("ARBETE|SUBVENTIONERAT_ARBETE|STUDIER|FLYTTAT|SJUK|AVLIDEN|PENSION|UTEBLIVEN|ANNAN"));
        VALID.put("uppfoljning_3man", matching("ARBETE|STUDIER|INGET|EJ_NADD"));
        VALID.put("insatstyp", matching(MEASURE));
        VALID.put("arbetsplatstyp", matching("ORDINARIE|SARSKILD|EXTERN|INGEN"));
        VALID.put("omfattning_procent", matching("[1-9]\\d?|100"));
        VALID.put("avbrottsorsak", matching("ARBETE|STUDIER|SJUK|UTEBLIVEN|ANNAN"));
        VALID.put("mal", matching("ARBETE|STUDIER|AKTIVITET|HALSA"));
        VALID.put("kostnadsslag", matching("LON|STATSBIDRAG|PERSONAL|LOKAL|KOPT_TJANST|OVERHEAD"));
        VALID.put("belopp", matching(MONEY));
        VALID.put("deltagare", matching("\\d+"));
        VALID.put("orsak", matching("GN|GS|AV|UV|OB|AS|FI|TA"));
        VALID.put("andrad", ExportChecks::time);
    }

    private ExportChecks() {}

    static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(fields(line));
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        for (String raw : line.split(";", -1)) {
            fields.add(raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw);
        }
        return fields;
    }

    /** Codes of what is wrong with a row, one per fault. */
    static List<String> faults(String type, List<String> header, List<String> row) {
        if (row.size() != header.size()) {
            return List.of("FIELD_COUNT");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.get(i));
        }
        boolean removed = cells.get("borttagen").equals("J");
        List<String> faults = new ArrayList<>();
        cells.forEach((column, cell) -> {
            boolean blank = cell.isEmpty() && (removed || MAY_BE_EMPTY.contains(column) || mayBeEmpty(type, column));
            if (!blank && !VALID.get(column).test(cell.trim())) {
                faults.add(column);
            }
        });
        faults.addAll(contradictions(type, cells, removed));
        return faults;
    }

    private static boolean mayBeEmpty(String type, String column) {
        return (type.equals("kostnad") && column.equals("jobbtorg"))
                || (type.equals("insats") && column.equals("inskrivning_id"))
                || (type.equals("progression") && column.equals("insats_id"));
    }

    private static List<String> contradictions(String type, Map<String, String> c, boolean removed) {
        List<String> faults = new ArrayList<>();
        if (type.equals("insats") && !removed && !c.get("slutdatum").isEmpty()) {
            add(faults, c.get("slutdatum").compareTo(c.get("startdatum")) < 0, "end before start");
        }
        if (type.equals("kostnad")) {
            add(faults, c.get("period_slut").compareTo(c.get("period_start")) < 0, "end before start");
        }
        if (type.equals("progression") && !removed) {
            int value = Integer.parseInt(c.get("varde"));
            add(faults, value < Integer.parseInt(c.get("skala_min")), "below scale");
            add(faults, value > Integer.parseInt(c.get("skala_max")), "above scale");
        }
        return faults;
    }

    private static void add(List<String> faults, boolean wrong, String code) {
        if (wrong) {
            faults.add(code);
        }
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static boolean date(String cell) {
        try {
            return cell.length() == 10 && LocalDate.parse(cell).getYear() >= 1900;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    private static boolean time(String cell) {
        try {
            return OffsetDateTime.parse(cell).getYear() >= 2019;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    private static boolean luhn(String cell) {
        if (!cell.matches("\\d{8}[-+]?\\d{4}|\\d{6}[-+]\\d{4}")) {
            return false;
        }
        String digits = cell.replaceAll("[-+]", "");
        int sum = 0;
        for (int i = digits.length() - 10, weight = 2; i < digits.length(); i++, weight = 3 - weight) {
            int product = (digits.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
