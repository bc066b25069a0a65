package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Dimension;
import se.utfall.disclosure.DisclosureRules;
import se.utfall.notice.Messages;

/** The cleared table as a page: one part per month, groups in words. */
record TablePage(Content content, WorkingOrStudying table) {
    String html() {
        Map<String, List<List<String>>> parts = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(label("workplace", row.get(1)));
            cells.add(label("sex", row.get(2)));
            shown().forEach(column -> cells.add(row.get(table.header().indexOf(column))));
            parts.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(cells);
        }
        ClearedTable.ProtectionLog log = table.table().log();
        DisclosureRules rules = log.rules();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("id", content.claim().id());
        parameters.put(
                "anchor",
                Words.of("code.anchor." + content.terms().anchor()).sv().toLowerCase(Locale.ROOT));
        parameters.put("header", header());
        parameters.put("parts", parts);
        parameters.put("minimum", rules.minimumCell());
        parameters.put("base", rules.shareBase());
        parameters.put("count", rules.shareCount());
        parameters.put("withheld", log.withheld());
        parameters.put("figures", log.figures());
        return Pages.page("table", parameters);
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of("workplace", "sex"));
        names.addAll(shown());
        return names.stream().map(name -> Words.of("table." + name).sv()).toList();
    }

    /** All but the keys and the notes. */
    private List<String> shown() {
        return table.header().stream()
                .filter(c -> !WorkingOrStudying.KEYS.contains(c) && !WorkingOrStudying.NOTES.contains(c))
                .toList();
    }

    /** Categories that were put together are named together. */
    private static String label(String dimension, String category) {
        if (category.equals(Dimension.TOTAL)) {
            return Words.of("code.TOTAL").sv();
        }
        return Stream.of(category.split("\\+", -1))
                .map(code -> code(dimension, code))
                .collect(Collectors.joining(" / "));
    }

    private static String code(String dimension, String code) {
        String key = "code." + dimension + "." + code;
        return Messages.has(Messages.SWEDISH, "dataset", key) ? Words.of(key).sv() : code;
    }
}
