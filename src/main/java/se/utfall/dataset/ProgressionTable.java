package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Grid.Section;
import se.utfall.dataset.Ratings.Pair;
import se.utfall.dataset.Ratings.Question;
import se.utfall.dataset.StatTable.Column;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.Disclosure;
import se.utfall.disclosure.DisclosureRules;
import se.utfall.disclosure.FrequencyTable;

/** Self-rated progression before and after, question by question, and how many were not asked again. Instruments answered twice by few are left out. */
final class ProgressionTable {
    static final String NAME = "progression";
    private static final String IMPROVED = "IMPROVED";
    private static final DisclosureRules RULES = DisclosureRules.DEFAULT;
    private static final List<Column> HEADER = List.of(
            Column.text("instrument"),
            Column.text("instrument_version"),
            Column.text("question"),
            Column.count("scale_min"),
            Column.count("scale_max"),
            Column.count("persons"),
            Column.count("rated_before"),
            Column.count("rated_twice"),
            Column.count("not_rated_again"),
            Column.count("improved"),
            Column.count("not_improved"),
            Column.decimal("improved_percent"),
            Column.text("improved_note"),
            Column.decimal("mean_before"),
            Column.decimal("mean_after"));

    private final Content content;
    private final Map<Question, List<Pair>> pairs = new LinkedHashMap<>();
    private final ClearedTable cleared;
    private final List<List<String>> rows = new ArrayList<>();

    private ProgressionTable(Content content, Ratings ratings, List<Question> questions) {
        this.content = content;
        questions.forEach(q -> pairs.put(q, ratings.pairs(q)));
        this.cleared = Disclosure.clear(counted(ratings.persons()), RULES);
        for (Question question : questions) {
            rows.add(row(question));
        }
    }

    /** Null when no instrument was answered twice by enough. */
    static @Nullable StatTable of(Content content, Ratings ratings) {
        List<Question> questions =
                ratings.questions().stream().filter(q -> enough(ratings, q)).toList();
        if (questions.isEmpty() || ratings.persons() < RULES.smallestGroup()) {
            return null;
        }
        ProgressionTable table = new ProgressionTable(content, ratings, questions);
        return new StatTable(NAME, HEADER, table.rows, table.cleared.log(), table.page());
    }

    /** All questions of an instrument are asked of the same persons: what is too little for one is too little for all. */
    private static boolean enough(Ratings ratings, Question question) {
        return ratings.questions().stream()
                .filter(q -> q.instrument().equals(question.instrument())
                        && q.version().equals(question.version()))
                .allMatch(q -> twice(ratings.pairs(q)) >= RULES.smallestGroup());
    }

    private static long twice(List<Pair> pairs) {
        return pairs.stream().filter(p -> p.after() != null).count();
    }

    private static String key(Question q) {
        return String.join("/", q.instrument(), q.version(), q.question(), q.low() + "-" + q.high());
    }

    private FrequencyTable counted(long persons) {
        List<String> occasions =
                pairs.keySet().stream().map(ProgressionTable::key).toList();
        FrequencyTable table = new FrequencyTable(occasions, List.of(IMPROVED), List.of());
        pairs.forEach((question, answered) -> {
            long twice = twice(answered);
            long improved = answered.stream().filter(ProgressionTable::improved).count();
            table.add(key(question), List.of(), IMPROVED, improved);
            table.add(key(question), List.of(), FrequencyTable.REST, twice - improved);
            table.add(key(question), List.of(), FrequencyTable.OUTSIDE, persons - twice);
        });
        return table;
    }

    private static boolean improved(Pair pair) {
        Integer after = pair.after();
        return after != null && after > pair.before();
    }

    private List<String> row(Question q) {
        ClearedTable.Row row = cleared.rows().stream()
                .filter(r -> r.occasion().equals(key(q)))
                .findFirst()
                .orElseThrow();
        ClearedTable.Result result = row.results().get(0);
        List<Pair> answered = Objects.requireNonNull(pairs.get(q));
        long twice = twice(answered);
        boolean means = result.share().shown();
        return List.of(
                q.instrument(),
                q.version(),
                q.question(),
                Integer.toString(q.low()),
                Integer.toString(q.high()),
                Long.toString(row.persons()),
                Long.toString(answered.size()),
                Numbers.count(row.base()),
                Long.toString(answered.size() - twice),
                Numbers.count(result.count()),
                Numbers.count(result.without()),
                Numbers.percent(result.share()),
                Numbers.note(result.share()),
                means ? mean(answered, true) : Missing.SUP.name(),
                means ? mean(answered, false) : Missing.SUP.name());
    }

    /** Of those asked twice, with two decimals. */
    private static String mean(List<Pair> answered, boolean before) {
        long sum = answered.stream()
                .filter(p -> p.after() != null)
                .mapToLong(p -> before ? p.before() : Objects.requireNonNull(p.after()))
                .sum();
        return Numbers.hundredths(sum, twice(answered));
    }

    private TablePage page() {
        String title = Words.of("sheet.progression.title").sv();
        List<String> lead = List.of(
                Words.of("sheet.progression.lead").sv(),
                Words.of("sheet.progression.attrition").sv());
        List<String> notes = List.of(
                Words.of("sheet.progression.note.version").sv(),
                Words.of("sheet.note.symbols").sv(),
                Words.of("sheet.note.rules", RULES.minimumCell() - 1, RULES.shareBase(), RULES.shareCount())
                        .sv(),
                Words.of("sheet.progression.note.few", RULES.smallestGroup()).sv(),
                Words.of("refused.DISABILITY").sv());
        String source = Words.of(
                        "sheet.progression.source", content.terms().id().value(), content.day())
                .sv();
        return new TablePage(title, lead, chart(title), List.of(grid()), notes, source);
    }

    private Map<String, List<List<String>>> byInstrument() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        r -> Words.of("sheet.progression.instrument", r.get(0), r.get(1), r.get(3), r.get(4))
                                .sv(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private Grid grid() {
        List<String> shown = List.of(
                "persons",
                "rated_before",
                "rated_twice",
                "not_rated_again",
                "improved",
                "improved_percent",
                "mean_before",
                "mean_after");
        List<String> columns =
                new ArrayList<>(List.of(Words.of("table.question").sv()));
        shown.forEach(c -> columns.add(Words.of("table." + c).sv()));
        List<String> names = HEADER.stream().map(Column::name).toList();
        List<Section> sections = new ArrayList<>();
        byInstrument().forEach((instrument, of) -> {
            List<List<String>> lines = new ArrayList<>();
            for (List<String> row : of) {
                List<String> line = new ArrayList<>(List.of(row.get(2)));
                shown.forEach(c -> line.add(Numbers.shown(row.get(names.indexOf(c)))));
                lines.add(line);
            }
            sections.add(new Section(instrument, lines));
        });
        return new Grid(Words.of("sheet.progression.caption").sv(), List.of(), columns, sections);
    }

    private DotChart chart(String title) {
        int share = HEADER.stream().map(Column::name).toList().indexOf("improved_percent");
        List<DotChart.Row> lines = new ArrayList<>();
        List<String> spoken = new ArrayList<>();
        byInstrument().forEach((instrument, of) -> {
            lines.add(DotChart.Row.heading(instrument));
            for (List<String> row : of) {
                String percent = row.get(share);
                List<@Nullable Double> value = new ArrayList<>();
                value.add(percent.contains(",") ? (Double) Double.parseDouble(percent.replace(',', '.')) : null);
                lines.add(new DotChart.Row(row.get(2), false, value));
                spoken.add(instrument + ", " + row.get(2) + ": " + Numbers.shown(percent));
            }
        });
        return new DotChart(
                title,
                Words.of("sheet.progression.unit").sv(),
                100,
                List.of(Words.of("table.improved").sv()),
                lines,
                String.join(". ", spoken),
                Words.of("sheet.notshown").sv());
    }
}
