package se.utfall.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Dimension;
import se.utfall.disclosure.Disclosure;
import se.utfall.disclosure.DisclosureRules;
import se.utfall.disclosure.Figure;
import se.utfall.disclosure.FrequencyTable;
import se.utfall.disclosure.State;
import se.utfall.outcome.Observation;

/** The share working or studying 3, 6, 12 and 24 months after the anchor, by kind of workplace and sex, with the others beside it (contract 3): cleared. */
final class WorkingOrStudying {
    static final String CSV = "tables/working-or-studying.csv";
    static final String HTML = "tables/working-or-studying.html";
    static final String LOG = "tables/working-or-studying.protection.json";
    static final List<String> KEYS = List.of("months_after", "workplace", "sex");
    static final List<String> NOTES = List.of("share_note", "coverage_note");
    private static final List<String> MONTHS = List.of("3", "6", "12", "24");
    private static final List<String> WORKPLACES = List.of("ORDINARIE", "SARSKILD", "EXTERN", "INGEN", "UNKNOWN");
    private static final List<String> SEXES = List.of("1", "2", "UNKNOWN");
    private static final List<State> IN_BASE = List.of(
            new State("WORKING_OR_STUDYING", State.Kind.COUNTED),
            new State("NOT_WORKING_OR_STUDYING", State.Kind.REST));
    /** Groups smaller than four of the smallest cells are put together with the next. */
    private static final int SMALL = 4 * DisclosureRules.DEFAULT.minimumCell();

    private final ClearedTable table;

    private WorkingOrStudying(ClearedTable table) {
        this.table = table;
    }

    /** One row of {@code working-or-studying.sql}. */
    private record Count(String months, String workplace, String sex, String state, long persons) {
        static Count of(List<@Nullable String> row) {
            return new Count(
                    Objects.requireNonNull(row.get(0)),
                    Objects.requireNonNull(row.get(1)),
                    Objects.requireNonNull(row.get(2)),
                    Objects.requireNonNull(row.get(3)),
                    Long.parseLong(Objects.requireNonNull(row.get(4))));
        }
    }

    /** Null when there are no participants. */
    static @Nullable WorkingOrStudying of(List<List<@Nullable String>> rows) {
        List<Count> counts = rows.stream().map(Count::of).toList();
        if (counts.isEmpty()) {
            return null;
        }
        Categories workplaces = new Categories(WORKPLACES);
        Categories sexes = new Categories(SEXES);
        for (Count count : counts) {
            if (count.months().equals(MONTHS.get(0))) {
                workplaces.add(count.workplace(), count.persons());
                sexes.add(count.sex(), count.persons());
            }
        }
        Map<String, String> workplace = workplaces.merged(SMALL);
        Map<String, String> sex = sexes.merged(SMALL);
        FrequencyTable table = new FrequencyTable(
                List.of(dimension("workplace", workplace), dimension("sex", sex)), MONTHS, states(counts));
        for (Count c : counts) {
            List<String> group = List.of(
                    Objects.requireNonNull(workplace.get(c.workplace())), Objects.requireNonNull(sex.get(c.sex())));
            table.add(c.months(), group, c.state(), c.persons());
        }
        return new WorkingOrStudying(Disclosure.clear(table, DisclosureRules.DEFAULT));
    }

    private static Dimension dimension(String name, Map<String, String> categories) {
        return new Dimension(name, List.copyOf(new LinkedHashSet<>(categories.values())));
    }

    /** The base's states always, the others where somebody is in them. */
    private static List<State> states(List<Count> counts) {
        List<State> states = new ArrayList<>(IN_BASE);
        add(states, counts, "NO_STATEMENT", State.Kind.REST);
        for (Observation observation : Observation.values()) {
            add(states, counts, observation.name(), kind(observation));
        }
        add(states, counts, "OUTSIDE_PERIOD", State.Kind.SOURCE);
        return states;
    }

    private static void add(List<State> states, List<Count> counts, String name, State.Kind kind) {
        if (counts.stream().anyMatch(c -> c.state().equals(name))) {
            states.add(new State(name, kind));
        }
    }

    private static State.Kind kind(Observation observation) {
        return switch (observation) {
            case NOT_YET_OBSERVED, SOURCE_NOT_DELIVERED, UNKNOWN -> State.Kind.SOURCE;
            default -> State.Kind.PERSON;
        };
    }

    ClearedTable table() {
        return table;
    }

    /** Names of the file's columns, labelled {@code table.<name>}: keys, what the table is about, the others, notes. */
    List<String> header() {
        Set<String> header = new LinkedHashSet<>(KEYS);
        header.addAll(List.of("persons", "base", "coverage_percent", "working_or_studying", "share_percent"));
        if (table.columns().contains(ClearedTable.REST)) {
            header.add("rest_of_base");
        }
        table.columns().forEach(c -> header.add(column(c)));
        header.addAll(NOTES);
        return List.copyOf(header);
    }

    private static String column(String name) {
        return name.equals(ClearedTable.REST) ? "rest_of_base" : name.toLowerCase(Locale.ROOT);
    }

    /** The file's rows: {@code SUP} where a figure is withheld, {@code NAP} where there is nothing to take a share of. */
    List<List<String>> rows() {
        return table.rows().stream().map(this::row).toList();
    }

    private List<String> row(ClearedTable.Row row) {
        Map<String, String> cells = new HashMap<>();
        cells.put("months_after", row.occasion());
        cells.put("workplace", row.group().get(0));
        cells.put("sex", row.group().get(1));
        for (int i = 0; i < table.columns().size(); i++) {
            cells.put(column(table.columns().get(i)), count(row.counts().get(i)));
        }
        cells.put("share_percent", percent(row.share()));
        cells.put("share_note", note(row.share()));
        cells.put("coverage_percent", percent(row.coverage()));
        cells.put("coverage_note", note(row.coverage()));
        return header().stream().map(c -> Objects.requireNonNull(cells.get(c))).toList();
    }

    private static String note(Figure share) {
        return share instanceof Figure.Withheld withheld ? withheld.reason().name() : "";
    }

    private static String count(Figure figure) {
        return figure instanceof Figure.Shown shown ? Long.toString(shown.value()) : Missing.SUP.name();
    }

    /** With one decimal, after a comma. */
    private static String percent(Figure figure) {
        if (figure instanceof Figure.Shown shown) {
            return shown.value() / 10 + "," + shown.value() % 10;
        }
        boolean none = figure instanceof Figure.Withheld withheld && withheld.reason() == Figure.Reason.NO_BASE;
        return (none ? Missing.NAP : Missing.SUP).name();
    }

    /** All states that the table may show, for the labels' test. */
    static Set<String> allColumns() {
        Set<String> columns = new LinkedHashSet<>();
        for (String fixed : List.of("months_after", "workplace", "sex", "persons", "base", "rest_of_base")) {
            columns.add(fixed);
        }
        IN_BASE.forEach(s -> columns.add(column(s.name())));
        columns.add("no_statement");
        for (Observation observation : Observation.values()) {
            if (observation != Observation.OBSERVED && observation != Observation.OBSERVED_ABSENT) {
                columns.add(column(observation.name()));
            }
        }
        columns.addAll(List.of("outside_period", "share_percent", "share_note", "coverage_percent", "coverage_note"));
        return columns;
    }
}
