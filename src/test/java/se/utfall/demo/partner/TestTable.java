package se.utfall.demo.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A delivered table as the contract lets it be read: names without regard to case, any order, aliases. */
final class TestTable {
    private static final Map<String, String> ALIASES =
            Map.of("återpnr", "aterpnr", "sun2000niva", "sun2020niva", "sun2000niva_old", "sun2020niva_old");
    private final Map<String, Integer> positions = new HashMap<>();
    final List<String> header;
    final List<List<String>> rows = new ArrayList<>();

    private TestTable(String text) {
        List<String> lines = text.lines().toList();
        header = List.of(lines.get(0).split(";", -1));
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).toLowerCase(Locale.ROOT);
            positions.put(ALIASES.getOrDefault(name, name), i);
        }
        lines.stream().skip(1).forEach(line -> rows.add(List.of(line.split(";", -1))));
    }

    static TestTable of(String text) {
        return new TestTable(text);
    }

    boolean whole(List<String> row) {
        return row.size() == header.size();
    }

    String cell(List<String> row, String name) {
        return row.get(positions.get(name.toLowerCase(Locale.ROOT)));
    }

    List<String> column(String name) {
        return rows.stream().filter(this::whole).map(row -> cell(row, name)).toList();
    }
}
