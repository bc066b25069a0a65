package se.utfall.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.utfall.exchange.PackageName;
import se.utfall.order.OrderTerms;
import se.utfall.outcome.SourceRegister;

/** The delivery's own fields of a package's manifest, checked against the order (contract 2); anything missing or contradictory refuses the package. */
record DeliveryManifest(boolean last, List<Table> tables) {

    /**
     * One table as announced.
     *
     * @param position in {@code tabeller}, from 0
     * @param definitive DEF, else PREL
     * @param coverage the ordered periods it covers
     * @param rows data records as the package lists them
     */
    record Table(
            int position,
            String file,
            SourceRegister register,
            boolean definitive,
            LocalDate extractDate,
            int from,
            int to,
            Coverage coverage,
            long rows) {
        boolean overlaps(Table other) {
            return register == other.register && from <= other.to && other.from <= to;
        }
    }

    static DeliveryManifest of(JsonNode manifest, OrderTerms terms, Mappings mappings) {
        requireAnswerTo(manifest, terms);
        Map<String, Long> files = files(manifest);
        JsonNode listed = required(manifest, "tabeller");
        List<Table> tables = new ArrayList<>();
        for (JsonNode entry : listed) {
            Table table = table(tables.size(), entry, terms, mappings, files);
            for (Table earlier : tables) {
                if (earlier.file.equals(table.file)) {
                    throw Refusal.of("TABELLER", table.file);
                }
                if (earlier.overlaps(table)) {
                    throw Refusal.of("PERIOD_OVERLAPP", earlier.file, table.file);
                }
            }
            tables.add(table);
        }
        Set<String> unlisted = new HashSet<>(files.keySet());
        tables.forEach(t -> unlisted.remove(t.file));
        if (!unlisted.isEmpty() || tables.isEmpty()) {
            throw Refusal.of("TABELLER", String.join(", ", unlisted));
        }
        return new DeliveryManifest(last(manifest), tables);
    }

    /** {@code slutlig}: nothing more is planned. */
    static boolean last(JsonNode manifest) {
        JsonNode last = required(manifest, "slutlig");
        if (!last.isBoolean()) {
            throw Refusal.of("MANIFEST", "slutlig");
        }
        return last.booleanValue();
    }

    static void requireAnswerTo(JsonNode manifest, OrderTerms terms) {
        boolean answers = PackageName.parse(text(manifest, "avser"))
                .filter(n -> n.kind() == PackageName.Kind.BESTALLNING)
                .filter(n -> n.order().equals(terms.id()))
                .isPresent();
        if (!answers) {
            throw Refusal.of("AVSER", terms.id());
        }
    }

    private static Map<String, Long> files(JsonNode manifest) {
        Map<String, Long> files = new HashMap<>();
        for (JsonNode entry : required(manifest, "filer")) {
            String name = text(entry, "namn");
            JsonNode rows = required(entry, "rader");
            if (!name.matches("[A-Za-z0-9._-]{1,100}") || !rows.canConvertToLong() || files.containsKey(name)) {
                throw Refusal.of("MANIFEST", "filer");
            }
            files.put(name, rows.longValue());
        }
        return files;
    }

    private static Table table(
            int position, JsonNode entry, OrderTerms terms, Mappings mappings, Map<String, Long> files) {
        String file = text(entry, "namn");
        Long rows = files.get(file);
        if (rows == null) {
            throw Refusal.of("TABELLER", "#" + (position + 1));
        }
        SourceRegister register = register(file, text(entry, "register"), terms, mappings);
        JsonNode period = required(entry, "period");
        int from = month(text(period, "fran"), register);
        int to = month(text(period, "till"), register);
        if (to < from) {
            throw Refusal.of("MANIFEST", "period");
        }
        Coverage coverage = Coverage.ordered(register, terms.from(), terms.to()).within(from, to);
        LocalDate extracted = date(text(entry, "uttagsdatum"));
        boolean definitive = definitive(text(entry, "status"));
        return new Table(position, file, register, definitive, extracted, from, to, coverage, rows);
    }

    private static SourceRegister register(String file, String name, OrderTerms terms, Mappings mappings) {
        SourceRegister register = SourceRegister.find(name)
                .filter(r -> mappings.find(r).isPresent())
                .orElseThrow(() -> Refusal.of("REGISTER_OKANT", file));
        if (!terms.variables().containsKey(register)) {
            throw Refusal.of("REGISTER_EJ_BESTALLT", file, register);
        }
        return register;
    }

    private static boolean definitive(String status) {
        if (!status.equals("DEF") && !status.equals("PREL")) {
            throw Refusal.of("MANIFEST", "status");
        }
        return status.equals("DEF");
    }

    private static int month(String text, SourceRegister register) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int month = Cells.period(bytes, 0, bytes.length, register.yearly());
        if (month < 0) {
            throw Refusal.of("MANIFEST", "period");
        }
        return month;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.of("MANIFEST", "uttagsdatum");
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isTextual()) {
            throw Refusal.of("MANIFEST", field);
        }
        return value.textValue();
    }

    static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw Refusal.of("MANIFEST", field);
        }
        return value;
    }
}
