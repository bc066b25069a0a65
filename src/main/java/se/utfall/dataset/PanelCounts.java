package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.utfall.disclosure.DisclosureRules;
import se.utfall.disclosure.FrequencyTable;

/** A panel's query as answered: persons by months, background and state. */
record PanelCounts(Panel panel, List<Count> counts) {
    /** Columns of the query after the months. */
    static final List<String> GROUPS =
            List.of("measure", "workplace", "sex", "newly_arrived", "short_education", "youth");

    /** One row. */
    record Count(String months, List<String> groups, String state, long persons) {
        String group(String name) {
            return groups.get(GROUPS.indexOf(name));
        }
    }

    static PanelCounts of(Panel panel, List<List<@Nullable String>> rows) {
        return new PanelCounts(panel, rows.stream().map(PanelCounts::count).toList());
    }

    private static Count count(List<@Nullable String> row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(Objects.requireNonNull(cell)));
        int state = 1 + GROUPS.size();
        return new Count(cells.get(0), cells.subList(1, state), cells.get(state), Long.parseLong(cells.get(state + 1)));
    }

    /** Those of one month: every participant once. */
    List<Count> once() {
        return counts.stream()
                .filter(c -> c.months().equals(Panel.MONTHS.get(0)))
                .toList();
    }

    /** Whether the register says anything of anybody yet. */
    boolean hasBase() {
        return counts.stream().anyMatch(c -> inBase(c.state()));
    }

    /** @param properties those to count; the panel's others are part of the rest */
    FrequencyTable table(List<String> properties, Breakdowns breakdowns) {
        FrequencyTable table = new FrequencyTable(Panel.MONTHS, properties, breakdowns.dimensions());
        for (Count c : counts) {
            table.add(c.months(), breakdowns.categories(c), state(c.state(), properties), c.persons());
        }
        return table;
    }

    private String state(String state, List<String> properties) {
        if (properties.contains(state)) {
            return state;
        }
        return inBase(state) ? FrequencyTable.REST : FrequencyTable.OUTSIDE;
    }

    private boolean inBase(String state) {
        return state.equals(FrequencyTable.REST) || panel.properties().contains(state);
    }

    /** Persons by months and what is known of them: the base as one, the others by observation; all together where the base is too small to be told. */
    Map<List<String>, Long> coverage() {
        Map<List<String>, Long> coverage = new LinkedHashMap<>();
        for (Count c : counts) {
            String known = fewInBase(c.months()) ? "ALL" : inBase(c.state()) ? "BASE" : c.state();
            coverage.merge(List.of(c.months(), known), c.persons(), Long::sum);
        }
        return coverage;
    }

    private boolean fewInBase(String months) {
        long base = counts.stream()
                .filter(c -> c.months().equals(months) && inBase(c.state()))
                .mapToLong(Count::persons)
                .sum();
        return base > 0 && base < DisclosureRules.DEFAULT.minimumCell();
    }
}
