package se.utfall.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.utfall.dataset.DatasetTable;

/** The cleared table on a terminal: a line per group, a column per number of months: share and base. */
final class ShareTable {
    private static final String WITHHELD = "SUP";
    private static final int FIRST = 30;
    private static final int CELL = 16;
    private final DatasetTable table;

    ShareTable(DatasetTable table) {
        this.table = table;
    }

    List<String> lines(Progress progress) {
        Set<String> months = new LinkedHashSet<>();
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            String month = cell(row, "months_after");
            String group = group(progress, row);
            months.add(month);
            cells.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(month, figure(progress, row));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(padded(progress.text("table.group"), FIRST));
        months.forEach(m -> head.append(padded(progress.text("table.months", m), CELL)));
        lines.add(head.toString().stripTrailing());
        cells.forEach((group, figures) -> {
            StringBuilder line = new StringBuilder(padded(group, FIRST));
            months.forEach(m -> line.append(padded(figures.getOrDefault(m, ""), CELL)));
            lines.add(line.toString().stripTrailing());
        });
        return lines;
    }

    private String figure(Progress progress, List<String> row) {
        String share = cell(row, "working_or_studying_percent");
        String base = cell(row, "base");
        String shown = share.equals(WITHHELD) ? progress.text("table.withheld") : share + " %";
        return base.equals(WITHHELD) ? shown : shown + " (" + base + ")";
    }

    /** A group of the table: the code of its breakdown, sexes in words; joined groups stand as {@code 2+UNKNOWN}. */
    private String group(Progress progress, List<String> row) {
        String breakdown = cell(row, "breakdown");
        String category = cell(row, "category");
        if (breakdown.equals("sex") || breakdown.equals("TOTAL")) {
            return Stream.of(category.split("\\+", -1))
                    .map(sex -> progress.text("table.sex." + sex))
                    .collect(Collectors.joining("/"));
        }
        return breakdown.equals("measure") || breakdown.equals("workplace") ? category : breakdown + " " + category;
    }

    private String cell(List<String> row, String column) {
        return row.get(table.columns().indexOf(column));
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}
