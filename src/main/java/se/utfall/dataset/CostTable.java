package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Grid.Section;
import se.utfall.dataset.StatTable.Column;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Figure;
import se.utfall.order.EventWindow;

/**
 * Cost per result by measure: what was booked on it in the time of the events, over the participants who work or study so many months after theirs. Persons come from the
 * cleared table of working or studying only, so it tells nothing of them that the other does not.
 */
final class CostTable {
    static final String NAME = "cost-per-result";
    private static final List<Column> HEADER = List.of(
            Column.text("measure"),
            Column.count("months_after"),
            Column.text("cost_from"),
            Column.text("cost_to"),
            Column.count("cost_rows"),
            Column.count("cost_rows_partly"),
            Column.count("cost_ore"),
            Column.count("persons"),
            Column.count("cost_per_person_ore"),
            Column.count("base"),
            Column.count("results"),
            Column.count("cost_per_result_ore"));
    private static final long STEPS = 5;

    private final Content content;
    private final ClearedTable working;
    private final Costs costs;
    private final EventWindow window;
    private final List<List<String>> rows = new ArrayList<>();

    private CostTable(Content content, ClearedTable working, Costs costs, EventWindow window) {
        this.content = content;
        this.working = working;
        this.costs = costs;
        this.window = window;
        working.rows().stream()
                .filter(row -> row.dimension().equals("measure")
                        && costs.of(row.category()).rows() > 0)
                .forEach(row -> rows.add(row(row)));
    }

    /** Null when nothing is booked on the measures in that time. */
    static @Nullable StatTable of(Content content, ClearedTable working, Costs costs, EventWindow window) {
        CostTable table = new CostTable(content, working, costs, window);
        return table.rows.isEmpty() ? null : new StatTable(NAME, HEADER, table.rows, working.log(), table.page());
    }

    private List<String> row(ClearedTable.Row row) {
        Costs.Sum sum = costs.of(row.category());
        Figure results = row.results()
                .get(working.properties().indexOf(Panel.WORKING_OR_STUDYING))
                .count();
        return List.of(
                row.category(),
                row.occasion(),
                window.from() == null ? "" : window.from().toString(),
                window.to().toString(),
                Long.toString(sum.rows()),
                Long.toString(sum.partly()),
                Long.toString(sum.ore()),
                Long.toString(row.persons()),
                Long.toString(per(sum.ore(), row.persons())),
                Numbers.count(row.base()),
                Numbers.count(results),
                perResult(sum.ore(), results));
    }

    /** Not defined where there is no result. */
    private static String perResult(long ore, Figure results) {
        if (results instanceof Figure.Shown shown) {
            return shown.value() == 0 ? Missing.NAP.name() : Long.toString(per(ore, shown.value()));
        }
        return Missing.SUP.name();
    }

    private static long per(long ore, long count) {
        return Math.floorDiv(2 * ore + count, 2 * count);
    }

    private String cell(List<String> row, String column) {
        return row.get(HEADER.stream().map(Column::name).toList().indexOf(column));
    }

    private TablePage page() {
        String from = window.from() == null ? "" : window.from().toString();
        String title = Words.of("sheet.cost-per-result.title").sv();
        List<String> lead = List.of(
                Words.of("sheet.cost-per-result.lead", from, window.to().toString())
                        .sv(),
                Words.of("sheet.cost-per-result.results").sv());
        List<String> notes = List.of(
                Words.of("sheet.cost-per-result.note.horizon").sv(),
                Words.of("sheet.cost-per-result.note.partly", partly()).sv(),
                Words.of("sheet.note.symbols").sv(),
                Words.of("refused.DISABILITY").sv());
        String source = Words.of(
                        "sheet.cost-per-result.source", content.terms().id().value(), content.day())
                .sv();
        return new TablePage(title, lead, chart(title), List.of(grid()), notes, source);
    }

    private long partly() {
        return rows.stream()
                .map(r -> r.get(0))
                .distinct()
                .mapToLong(m -> costs.of(m).partly())
                .sum();
    }

    private Map<String, List<List<String>>> byMeasure() {
        return rows.stream().collect(Collectors.groupingBy(r -> r.get(0), LinkedHashMap::new, Collectors.toList()));
    }

    private Grid grid() {
        List<String> columns =
                new ArrayList<>(List.of(Words.of("sheet.months.head").sv()));
        for (String column :
                List.of("cost_ore", "persons", "cost_per_person_ore", "base", "results", "cost_per_result_ore")) {
            columns.add(Words.of("sheet.head." + column).sv());
        }
        List<Section> sections = new ArrayList<>();
        byMeasure()
                .forEach((measure, of) -> sections.add(new Section(
                        Labels.category("measure", measure),
                        of.stream().map(this::line).toList())));
        return new Grid(Words.of("sheet.cost-per-result.caption").sv(), List.of(), columns, sections);
    }

    private List<String> line(List<String> row) {
        return List.of(
                cell(row, "months_after"),
                Numbers.kronor(cell(row, "cost_ore")),
                Numbers.shown(cell(row, "persons")),
                Numbers.kronor(cell(row, "cost_per_person_ore")),
                Numbers.shown(cell(row, "base")),
                Numbers.shown(cell(row, "results")),
                Numbers.kronor(cell(row, "cost_per_result_ore")));
    }

    private DotChart chart(String title) {
        List<DotChart.Row> lines = new ArrayList<>();
        StringBuilder spoken = new StringBuilder();
        byMeasure().forEach((measure, of) -> {
            List<@Nullable Double> values = new ArrayList<>();
            spoken.append(Labels.category("measure", measure)).append(": ");
            for (List<String> row : of) {
                String ore = cell(row, "cost_per_result_ore");
                values.add(ore.matches("[0-9]+") ? (Double) (Long.parseLong(ore) / 100.0) : null);
                spoken.append(Words.of("sheet.months", cell(row, "months_after"))
                                .sv())
                        .append(' ')
                        .append(Numbers.kronor(ore))
                        .append(' ')
                        .append(Words.of("sheet.kronor").sv())
                        .append("; ");
            }
            lines.add(new DotChart.Row(Labels.category("measure", measure), false, values));
        });
        return new DotChart(
                title,
                Words.of("sheet.kronor.per.result").sv(),
                most(lines),
                Panel.MONTHS.stream().map(m -> Words.of("sheet.months", m).sv()).toList(),
                lines,
                spoken.toString().strip(),
                Words.of("sheet.notshown").sv());
    }

    /** A round number, divisible by the axis' steps, that no mark lies beyond. */
    private static long most(List<DotChart.Row> lines) {
        double most = 1;
        for (DotChart.Row line : lines) {
            for (Double value : line.values()) {
                most = value == null ? most : Math.max(most, value);
            }
        }
        long unit = STEPS;
        while (unit * 10 < most) {
            unit *= 10;
        }
        return unit * (long) Math.ceil(most / unit);
    }
}
