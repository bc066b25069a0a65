package se.utfall.dataset;

import java.util.ArrayList;
import java.util.List;
import se.utfall.dataset.Grid.Section;
import se.utfall.dataset.Grid.Span;
import se.utfall.disclosure.ClearedTable;
import se.utfall.notice.Messages;

/** The page of a table of outcomes: shares first, by group and months, then the counts they are of. */
record OutcomePage(String name, Content content, ClearedTable cleared, Panel panel, List<String> properties) {
    TablePage page() {
        String anchor = Words.of("code.anchor." + content.terms().anchor()).sv().toLowerCase(Messages.SWEDISH);
        String title = Words.of("sheet." + name + ".title", anchor).sv();
        List<String> lead = List.of(
                Words.of("sheet." + name + ".lead." + panel.register().name()).sv(),
                Words.of("sheet.base.lead").sv());
        List<Grid> grids = new ArrayList<>();
        properties.forEach(p -> grids.add(shares(p)));
        grids.add(counts());
        return new TablePage(title, lead, new OutcomeChart(cleared, properties).chart(title), grids, notes(), source());
    }

    static String property(String property) {
        return Words.of("table." + OutcomeTable.column(property)).sv();
    }

    /** Every group once. */
    static List<ClearedTable.Row> first(ClearedTable cleared) {
        return cleared.rows().stream()
                .filter(r -> r.occasion().equals(Panel.MONTHS.get(0)))
                .toList();
    }

    /** The same group at other months. */
    static ClearedTable.Row at(ClearedTable cleared, String months, ClearedTable.Row same) {
        return cleared.rows().stream()
                .filter(r -> r.occasion().equals(months)
                        && r.dimension().equals(same.dimension())
                        && r.category().equals(same.category()))
                .findFirst()
                .orElseThrow();
    }

    private Grid shares(String property) {
        List<String> columns =
                new ArrayList<>(List.of("", Words.of("table.persons").sv()));
        Panel.MONTHS.forEach(m -> columns.add(Words.of("sheet.months", m).sv()));
        return new Grid(Words.of("sheet.share.caption", property(property)).sv(), List.of(), columns, sections(row -> {
            List<String> cells = new ArrayList<>();
            cells.add(Numbers.grouped(Long.toString(row.persons())));
            for (String months : Panel.MONTHS) {
                cells.add(Numbers.shown(Numbers.percent(
                        cleared.result(at(cleared, months, row), property).share())));
            }
            return cells;
        }));
    }

    private Grid counts() {
        List<String> columns = new ArrayList<>(List.of(""));
        List<Span> over = new ArrayList<>();
        for (String months : Panel.MONTHS) {
            over.add(new Span(Words.of("sheet.months", months).sv(), 1 + properties.size()));
            columns.add(Words.of("table.base").sv());
            properties.forEach(p -> columns.add(property(p)));
        }
        return new Grid(Words.of("sheet.counts.caption").sv(), over, columns, sections(row -> {
            List<String> cells = new ArrayList<>();
            for (String months : Panel.MONTHS) {
                ClearedTable.Row then = at(cleared, months, row);
                cells.add(Numbers.shown(Numbers.count(then.base())));
                properties.forEach(p -> cells.add(
                        Numbers.shown(Numbers.count(cleared.result(then, p).count()))));
            }
            return cells;
        }));
    }

    /** The cells of one line after its name. */
    @FunctionalInterface
    private interface Line {
        List<String> cells(ClearedTable.Row row);
    }

    private List<Section> sections(Line line) {
        List<Section> sections = new ArrayList<>();
        for (String dimension : first(cleared).stream()
                .map(ClearedTable.Row::dimension)
                .distinct()
                .toList()) {
            List<List<String>> rows = new ArrayList<>();
            for (ClearedTable.Row row : first(cleared)) {
                if (row.dimension().equals(dimension)) {
                    List<String> cells = new ArrayList<>(List.of(Labels.category(dimension, row.category())));
                    cells.addAll(line.cells(row));
                    rows.add(cells);
                }
            }
            boolean total = rows.size() == 1 && sections.isEmpty();
            sections.add(new Section(total ? "" : Labels.breakdown(dimension), rows));
        }
        return sections;
    }

    private List<String> notes() {
        ClearedTable.ProtectionLog log = cleared.log();
        return List.of(
                Words.of("sheet.note.symbols").sv(),
                Words.of(
                                "sheet.note.rules",
                                log.rules().minimumCell() - 1,
                                log.rules().shareBase(),
                                log.rules().shareCount())
                        .sv(),
                Words.of("sheet.note.withheld", log.withheld(), log.figures()).sv(),
                Words.of("sheet.note.outside").sv(),
                Words.of("refused.DISABILITY").sv());
    }

    private String source() {
        String register = panel.register().source();
        return Words.of(
                        "sheet.source",
                        Words.of("code.sourceRegister." + register).sv(),
                        content.terms().id().value(),
                        content.day())
                .sv();
    }
}
