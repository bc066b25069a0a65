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
import org.jspecify.annotations.Nullable;
import se.utfall.disclosure.Dimension;
import se.utfall.order.OrderTerms;

/** What whoever opens the folder reads first, in Swedish as a page and in English as text. */
record ReadMe(Content content, @Nullable WorkingOrStudying table) {

    String swedish() {
        Map<String, Object> parameters = new LinkedHashMap<>(facts());
        parameters.put("registers", registers());
        parameters.put(
                "reasons",
                Arrays.stream(Missing.values())
                        .map(m -> List.of(m.name(), Words.of("missing." + m).sv()))
                        .toList());
        parameters.put("result", result());
        return Pages.page("readme", parameters);
    }

    String english() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReadMe.class.getResourceAsStream("README.en.md"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> fact : facts().entrySet()) {
                text = text.replace("{" + fact.getKey() + "}", fact.getValue());
            }
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

    /** The cleared table's totals: months, persons, base, share. */
    private List<List<String>> result() {
        if (table == null) {
            return List.of();
        }
        List<String> header = table.header();
        return table.rows().stream()
                .filter(row -> row.get(1).equals(Dimension.TOTAL) && row.get(2).equals(Dimension.TOTAL))
                .map(row -> List.of(
                        row.get(0),
                        row.get(header.indexOf("persons")),
                        row.get(header.indexOf("base")),
                        row.get(header.indexOf("share_percent"))))
                .toList();
    }
}
