package se.utfall.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.utfall.dataset.StatTable.Column;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Figure;

/** The share with some properties 3, 6, 12 and 24 months after the event, of all and by group: some of a cleared table's properties. */
final class OutcomeTable {
    static final String WORKING = "working-or-studying";
    static final String ASSISTANCE = "economic-assistance";
    static final String UNEMPLOYMENT = "unemployment";

    private final ClearedTable cleared;
    private final Panel panel;
    private final List<String> properties;

    private OutcomeTable(ClearedTable cleared, Panel panel, List<String> properties) {
        this.cleared = cleared;
        this.panel = panel;
        this.properties = properties;
    }

    static StatTable of(String name, Content content, ClearedTable cleared, Panel panel, List<String> properties) {
        OutcomeTable table = new OutcomeTable(cleared, panel, properties);
        return new StatTable(
                name,
                table.header(),
                table.rows(),
                cleared.log(),
                new OutcomePage(name, content, cleared, panel, properties).page());
    }

    private List<Column> header() {
        List<Column> header = new ArrayList<>(List.of(
                Column.count("months_after"),
                Column.text("breakdown"),
                Column.text("category"),
                Column.text("register"),
                Column.count("persons"),
                Column.count("base"),
                Column.decimal("coverage_percent")));
        for (String property : properties) {
            String column = column(property);
            header.add(Column.count(column));
            header.add(Column.count("not_" + column));
            header.add(Column.decimal(column + "_percent"));
            header.add(Column.text(column + "_note"));
        }
        return header;
    }

    static String column(String property) {
        return property.toLowerCase(Locale.ROOT);
    }

    private List<List<String>> rows() {
        return cleared.rows().stream().map(this::row).toList();
    }

    private List<String> row(ClearedTable.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.occasion(),
                row.dimension(),
                row.category(),
                panel.register().source(),
                Long.toString(row.persons()),
                Numbers.count(row.base()),
                coverage(row)));
        for (String property : properties) {
            ClearedTable.Result result = cleared.result(row, property);
            cells.add(Numbers.count(result.count()));
            cells.add(Numbers.count(result.without()));
            cells.add(Numbers.percent(result.share()));
            cells.add(Numbers.note(result.share()));
        }
        return cells;
    }

    private static String coverage(ClearedTable.Row row) {
        return row.base() instanceof Figure.Shown base
                ? Numbers.tenths(base.value(), row.persons())
                : Missing.SUP.name();
    }
}
