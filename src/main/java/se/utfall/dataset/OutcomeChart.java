package se.utfall.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Figure;

/** The chart of a table of outcomes: a line per group, a mark per number of months. */
record OutcomeChart(ClearedTable cleared, List<String> properties) {
    private static final int PERCENT = 100;

    /** Of several properties the first has its marks in the chart; the others stand in lines of their own. */
    DotChart chart(String title) {
        List<DotChart.Row> rows = new ArrayList<>();
        for (String property : properties) {
            if (properties.size() > 1) {
                rows.add(DotChart.Row.heading(OutcomePage.property(property)));
            }
            String dimension = "";
            for (ClearedTable.Row row : OutcomePage.first(cleared)) {
                boolean begins = !row.dimension().equals(dimension);
                dimension = row.dimension();
                if (begins && !row.total() && properties.size() == 1) {
                    rows.add(DotChart.Row.heading(Labels.breakdown(row.dimension())));
                }
                rows.add(new DotChart.Row(
                        Labels.category(row.dimension(), row.category()), false, values(row, property)));
            }
        }
        List<String> series =
                Panel.MONTHS.stream().map(m -> Words.of("sheet.months", m).sv()).toList();
        return new DotChart(
                title,
                Words.of("sheet.percent").sv(),
                PERCENT,
                series,
                rows,
                description(),
                Words.of("sheet.notshown").sv());
    }

    private List<@Nullable Double> values(ClearedTable.Row row, String property) {
        List<@Nullable Double> values = new ArrayList<>();
        for (String months : Panel.MONTHS) {
            Figure share = cleared.result(OutcomePage.at(cleared, months, row), property)
                    .share();
            values.add(share instanceof Figure.Shown shown ? (Double) (shown.value() / 10.0) : null);
        }
        return values;
    }

    private String description() {
        return properties.stream()
                .map(p -> OutcomePage.first(cleared).stream()
                        .map(row -> Labels.category(row.dimension(), row.category()) + ": "
                                + Panel.MONTHS.stream()
                                        .map(m -> spoken(
                                                m,
                                                cleared.result(OutcomePage.at(cleared, m, row), p)
                                                        .share()))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(". ", OutcomePage.property(p) + ". ", ".")))
                .collect(Collectors.joining(" "));
    }

    private static String spoken(String months, Figure share) {
        String value = share instanceof Figure.Shown
                ? Numbers.percent(share) + " " + Words.of("sheet.percent").sv()
                : Words.of("sheet.notshown").sv();
        return Words.of("sheet.months", months).sv() + " " + value;
    }
}
