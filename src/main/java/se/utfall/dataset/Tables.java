package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.worker.Answers;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Disclosure;
import se.utfall.disclosure.DisclosureRules;
import se.utfall.order.EventWindow;
import se.utfall.outcome.SourceRegister;

/** All tables of a dataset, and what is not made with the reason: an absent register gives no table, never an empty one. */
final class Tables {
    private static final DisclosureRules RULES = DisclosureRules.DEFAULT;

    private final Content content;
    private final Map<Panel, PanelCounts> panels = new LinkedHashMap<>();
    private final List<StatTable> made = new ArrayList<>();
    private final List<NotMade> notMade = new ArrayList<>();
    private final Breakdowns breakdowns;
    private @Nullable ClearedTable labourMarket;

    private Tables(Content content, Answers answers) {
        this.content = content;
        for (Panel panel : Panel.ALL) {
            List<List<@Nullable String>> rows =
                    answers.byQuestion().get(panel.query().name());
            if (rows != null) {
                panels.put(panel, PanelCounts.of(panel, rows));
            }
        }
        this.breakdowns = Breakdowns.of(
                panels.values().stream().findFirst().map(PanelCounts::once).orElse(List.of()));
        breakdowns.refused().forEach(r -> notMade.add(new NotMade("", r.breakdown(), r.code())));
    }

    /**
     * What readers would look for and not find.
     *
     * @param table empty: in no table
     * @param breakdown empty: the whole table
     * @param code {@code refused.<code>} says why
     */
    record NotMade(String table, String breakdown, String code) {
        List<String> cells() {
            Words why = Words.of("refused." + code);
            return List.of(table, breakdown, code, why.sv(), why.en());
        }
    }

    static Tables of(Content content, Answers answers, RegisterDoor register, OrderDoor orders) {
        Tables tables = new Tables(content, answers);
        tables.labourMarket();
        tables.add(OutcomeTable.ASSISTANCE, Panel.ASSISTANCE, Panel.ASSISTANCE.properties());
        tables.unemployment();
        tables.costs(register, orders.eventWindow(content.claim().order()));
        tables.progression(Ratings.read(register, orders.facts(content.claim().order())));
        return tables;
    }

    private boolean seekersOrdered() {
        return content.terms().variables().containsKey(SourceRegister.AF);
    }

    /** Work and unemployment by the same register exclude one another: they are cleared as one table. */
    private void labourMarket() {
        List<String> properties =
                seekersOrdered() ? List.of(Panel.WORKING_OR_STUDYING) : Panel.LABOUR_MARKET.properties();
        labourMarket = cleared(OutcomeTable.WORKING, Panel.LABOUR_MARKET, properties);
        ClearedTable table = labourMarket;
        if (table != null) {
            made.add(OutcomeTable.of(
                    OutcomeTable.WORKING, content, table, Panel.LABOUR_MARKET, List.of(Panel.WORKING_OR_STUDYING)));
        }
    }

    private void unemployment() {
        if (seekersOrdered()) {
            add(OutcomeTable.UNEMPLOYMENT, Panel.JOB_SEEKERS, Panel.JOB_SEEKERS.properties());
            return;
        }
        ClearedTable table = labourMarket;
        if (table == null) {
            reason(OutcomeTable.UNEMPLOYMENT, Panel.LABOUR_MARKET);
        } else {
            made.add(OutcomeTable.of(
                    OutcomeTable.UNEMPLOYMENT, content, table, Panel.LABOUR_MARKET, List.of(Panel.UNEMPLOYED)));
        }
    }

    private void add(String name, Panel panel, List<String> properties) {
        ClearedTable table = cleared(name, panel, properties);
        if (table != null) {
            made.add(OutcomeTable.of(name, content, table, panel, properties));
        }
    }

    private @Nullable ClearedTable cleared(String name, Panel panel, List<String> properties) {
        PanelCounts counts = panels.get(panel);
        if (counts == null || !counts.hasBase() || tooFew(counts)) {
            reason(name, panel);
            return null;
        }
        return Disclosure.clear(counts.table(properties, breakdowns), RULES);
    }

    private static boolean tooFew(PanelCounts counts) {
        return counts.once().stream().mapToLong(PanelCounts.Count::persons).sum() < RULES.smallestGroup();
    }

    private void reason(String name, Panel panel) {
        PanelCounts counts = panels.get(panel);
        String code = counts == null ? "REGISTER_NOT_ORDERED" : tooFew(counts) ? "TOO_FEW" : "NOT_DELIVERED";
        notMade.add(new NotMade(name, "", code));
    }

    private void costs(RegisterDoor register, EventWindow window) {
        ClearedTable table = labourMarket;
        if (table == null || !breakdowns.has("measure")) {
            notMade.add(new NotMade(CostTable.NAME, "", table == null ? "NO_RESULTS" : "NO_MEASURE"));
            return;
        }
        made(CostTable.NAME, "NO_COSTS", CostTable.of(content, table, Costs.read(register, window), window));
    }

    private void progression(Ratings ratings) {
        String code = ratings.questions().isEmpty() ? "NO_RATINGS" : "FEW_RATINGS";
        made(ProgressionTable.NAME, code, ProgressionTable.of(content, ratings));
    }

    private void made(String name, String otherwise, @Nullable StatTable table) {
        if (table == null) {
            notMade.add(new NotMade(name, "", otherwise));
        } else {
            made.add(table);
        }
    }

    List<StatTable> made() {
        return List.copyOf(made);
    }

    List<NotMade> notMade() {
        return List.copyOf(notMade);
    }

    boolean has(String name) {
        return made.stream().anyMatch(t -> t.name().equals(name));
    }

    /** Register, months after, what is known, persons; all participants. Tells of nobody's outcome. */
    List<List<String>> coverage() {
        List<List<String>> lines = new ArrayList<>();
        panels.forEach((panel, counts) -> counts.coverage()
                .forEach((key, persons) ->
                        lines.add(List.of(panel.register().source(), key.get(0), key.get(1), Long.toString(persons)))));
        return lines;
    }
}
