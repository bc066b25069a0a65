package se.utfall.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.utfall.disclosure.Dimension;
import se.utfall.order.OrderTerms;

/** What whoever opens the folder reads first, in Swedish as a page and in English as text. */
record ReadMe(Content content, Tables tables, Excel excel) {

    String swedish() {
        Map<String, Object> parameters = new LinkedHashMap<>(facts());
        parameters.put("rows", Numbers.grouped(Long.toString(content.rows())));
        parameters.put("persons", Numbers.grouped(Long.toString(content.persons())));
        parameters.put("registers", registers());
        parameters.put(
                "reasons",
                Arrays.stream(Missing.values())
                        .map(m -> List.of(m.name(), Words.of("missing." + m).sv()))
                        .toList());
        parameters.put("result", result());
        parameters.put("tables", listed());
        parameters.put("refused", refused());
        parameters.put("excel", excel.rowsWritten());
        return Pages.page("readme", parameters);
    }

    String english() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReadMe.class.getResourceAsStream("README.en.md"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> fact : facts().entrySet()) {
                text = text.replace("{" + fact.getKey() + "}", fact.getValue());
            }
            text = text.replace(
                    "{tables}",
                    tables.made().stream().map(t -> "`" + t.csv() + "`").collect(Collectors.joining(", ")));
            text = text.replace(
                    "{refused}",
                    tables.notMade().stream()
                            .map(n -> "| " + n.table() + " | " + n.breakdown() + " | "
                                    + Words.of("refused." + n.code()).en() + " |")
                            .collect(Collectors.joining("\n")));
            return text.replace(
                    "{reasons}",
                    Arrays.stream(Missing.values())
                            .map(m ->
                                    "| " + m + " | " + Words.of("missing." + m).en() + " |")
                            .collect(Collectors.joining("\n")));
        }
    }

    private Map<String, String> facts() {
        OrderTerms terms = content.terms();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("id", content.claim().id());
        facts.put("order", terms.id().value());
        facts.put("version", Integer.toString(content.claim().version()));
        facts.put("purpose", terms.purposeText());
        facts.put("decision", terms.decision());
        facts.put("partner", terms.partner());
        facts.put("period", terms.from() + " – " + terms.to());
        facts.put("disposeBy", terms.disposeBy().toString());
        facts.put("rows", Long.toString(content.rows()));
        facts.put("persons", Long.toString(content.persons()));
        facts.put("columns", Integer.toString(content.columns().size()));
        facts.put("madeAt", content.day());
        facts.put("requestedBy", content.claim().requestedBy());
        return facts;
    }

    private List<List<String>> registers() {
        return content.terms().variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> List.of(
                        e.getKey().source(),
                        Words.of("code.sourceRegister." + e.getKey().source()).sv(),
                        String.join(", ", e.getValue())))
                .toList();
    }

    /** The totals of working or studying: months, persons, base, share. */
    private List<List<String>> result() {
        return tables.made().stream()
                .filter(t -> t.name().equals(OutcomeTable.WORKING))
                .flatMap(t -> t.rows().stream()
                        .filter(row -> t.cell(row, "breakdown").equals(Dimension.TOTAL))
                        .map(row -> List.of(
                                t.cell(row, "months_after"),
                                Numbers.shown(t.cell(row, "persons")),
                                Numbers.shown(t.cell(row, "base")),
                                Numbers.shown(t.cell(row, "working_or_studying_percent")))))
                .toList();
    }

    /** Page and title of each table. */
    private List<List<String>> listed() {
        return tables.made().stream()
                .map(t -> List.of(t.html(), t.page().title()))
                .toList();
    }

    /** What is not there, and why. */
    private List<List<String>> refused() {
        return tables.notMade().stream()
                .map(n -> List.of(
                        n.table().isEmpty()
                                ? Labels.breakdown(n.breakdown())
                                : Words.of("file." + n.table()).sv(),
                        Words.of("refused." + n.code()).sv()))
                .toList();
    }
}
