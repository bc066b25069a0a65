package se.utfall.order;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import se.utfall.outcome.SourceRegister;
import se.utfall.register.SpellQuery;

/** Reads an order file; every problem with line and field, all at once. */
final class OrderFileReader {
    /** Contract 1's {@code insatstyp}. */
    private static final Set<String> MEASURES = Set.of(
            "STOCKHOLMSJOBB",
            "EXTRATJANST",
            "ARBETSTRANING",
            "PRAKTIK",
            "UTBILDNING",
            "JOBBCOACHNING",
            "MATCHNING",
            "FORBEREDANDE",
            "GRUPP",
            "ANNAN");

    /** Enrolled with Jobbtorg on the index date, and no measure of the study's begun by then. */
    static final String COMPARISON = "ENROLLED_NOT_STARTED";

    /** Of the participants' event dates on which the person is eligible, one is drawn by a keyed hash. */
    static final String INDEX_DATE = "DRAWN_FROM_PARTICIPANTS";

    private static final YearMonth NO_MONTH = YearMonth.of(1, 1);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private final OrderFileProblems problems = new OrderFileProblems();
    private final OrderFileNode root;

    private final LocalDate today;

    private OrderFileReader(String text, LocalDate today) {
        this.today = today;
        this.root = new OrderFileNode(compose(text), "", problems);
    }

    /** Reads what was accepted before. */
    static OrderFile read(String text) {
        return new OrderFileReader(text, LocalDate.MIN).checked();
    }

    /** Reads a new order: the partner must be one of {@code partners} and the disposal later than {@code today}. */
    static OrderFile accept(String text, Set<String> partners, LocalDate today) {
        OrderFileReader reader = new OrderFileReader(text, today);
        String partner = reader.root.optional("partner");
        if (partner != null && !partners.contains(partner)) {
            reader.root.problem("partner", "PARTNER", partners);
        }
        reader.keyFileTo(partners);
        return reader.checked();
    }

    private OrderFile checked() {
        OrderFile file = file();
        root.unknown();
        problems.throwIfAny();
        return file;
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(true);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                problems.add(null, "-", "EMPTY");
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new OrderRefusedException("ORDER_FILE", "line " + line + ": not YAML");
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new OrderRefusedException("ORDER_FILE", "not YAML");
        }
    }

    private OrderFile file() {
        OrderFileNode retention = root.child("retention");
        OrderFileNode period = root.child("period");
        YearMonth from = month(period, "from");
        YearMonth to = month(period, "to");
        if (to.isBefore(from) && !to.equals(NO_MONTH)) {
            period.problem("to", "BEFORE_START");
        }
        LocalDate disposeBy = date(retention, "disposeBy");
        if (!disposeBy.isAfter(today) && !disposeBy.equals(LocalDate.EPOCH)) {
            retention.problem("disposeBy", "PAST");
        }
        OrderFile file = new OrderFile(
                root.matching("partner", "[A-Z]{2,8}", "SCB"),
                root.matching("purpose", "[a-z0-9-]{3,40}", "[a-z0-9-]{3,40}"),
                root.text("purposeText"),
                root.text("legalBasis"),
                root.text("decision"),
                root.text("dpia"),
                root.text("contact"),
                root.optional("partnerReference"),
                mode(),
                disposeBy,
                retention.text("decision"),
                population(root.child("population")),
                from,
                to,
                variables(root.child("registers")),
                breakdowns(),
                study());
        period.unknown();
        retention.unknown();
        return file;
    }

    /** IFAU never gets a number, and only IFAU gets a study's content. */
    private DeliveryMode mode() {
        DeliveryMode mode = root.read("deliveryMode", DeliveryMode::valueOf, "FILE, MONA, IFAU", DeliveryMode.FILE);
        boolean researchers = DeliveryMode.IFAU.word().equals(root.optional("partner"));
        if (researchers != (mode == DeliveryMode.IFAU) && root.has("deliveryMode")) {
            root.problem("deliveryMode", "IFAU_IS_A_STUDY");
        }
        return mode;
    }

    /** A study has comparison persons by the only rule there is; both are written out, so that who approves reads them. */
    private OrderFile.@Nullable Study study() {
        boolean wanted = "IFAU".equals(root.optional("deliveryMode"));
        if (!wanted || !root.has("study")) {
            if (wanted != root.has("study")) {
                root.problem("study", wanted ? "STUDY_MISSING" : "STUDY_ONLY_IFAU");
            }
            root.optionalNode("study");
            return null;
        }
        OrderFileNode node = root.child("study");
        node.matching("comparison", COMPARISON, COMPARISON);
        node.matching("indexDate", INDEX_DATE, INDEX_DATE);
        String to = node.matching("keyFileTo", "[A-Z]{2,8}", "SCB");
        if (to.equals(root.optional("partner"))) {
            node.problem("keyFileTo", "KEY_TO_PARTNER");
        }
        if ("EXIT".equals(root.child("population").optional("event"))) {
            node.problem("indexDate", "STUDY_OF_EXITS");
        }
        node.unknown();
        return new OrderFile.Study(to);
    }

    private void keyFileTo(Set<String> partners) {
        if (root.has("study")) {
            String to = new OrderFileNode(root.optionalNode("study"), "study", new OrderFileProblems())
                    .optional("keyFileTo");
            if (to != null && !partners.contains(to)) {
                root.problem("study", "PARTNER", partners);
            }
        }
    }

    private SpellQuery population(OrderFileNode node) {
        SpellQuery.Event event = node.read(
                "event", SpellQuery.Event::valueOf, "MEASURE_END, MEASURE_START, EXIT", SpellQuery.Event.EXIT);
        Set<String> types = new LinkedHashSet<>();
        for (ScalarNode type : node.list("measureTypes")) {
            types.add(type.getValue());
            if (!MEASURES.contains(type.getValue())) {
                problems.add(type, "population.measureTypes", refused(type, "MEASURE_TYPE"));
            }
        }
        if (event == SpellQuery.Event.EXIT && !types.isEmpty()) {
            node.problem("measureTypes", "NO_TYPES_FOR_EXIT");
        }
        LocalDate from = date(node, "from");
        LocalDate to = date(node, "to");
        if (to.isBefore(from) && !to.equals(LocalDate.EPOCH)) {
            node.problem("to", "BEFORE_START");
        }
        node.unknown();
        return new SpellQuery(event, types, from, to);
    }

    private Map<SourceRegister, List<String>> variables(OrderFileNode node) {
        Map<SourceRegister, List<String>> variables = new EnumMap<>(SourceRegister.class);
        node.all()
                .forEach((name, list) -> SourceRegister.find(name)
                        .ifPresentOrElse(
                                register -> variables.put(register, variables(register, list)),
                                () -> problems.add(
                                        list,
                                        "registers",
                                        KnownVariables.disability(name) ? "DISABILITY" : "REGISTER")));
        if (node.all().isEmpty()) {
            root.problem("registers", "NOTHING_ORDERED");
        }
        return variables;
    }

    private List<String> variables(SourceRegister register, Node list) {
        String field = "registers." + register;
        Set<String> names = new LinkedHashSet<>();
        for (ScalarNode variable : OrderFileNode.scalars(list, field, problems)) {
            if (!KnownVariables.of(register).contains(variable.getValue())) {
                problems.add(variable, field, refused(variable, "VARIABLE"), KnownVariables.of(register));
            } else if (!names.add(variable.getValue())) {
                problems.add(variable, field, "TWICE");
            }
        }
        if (names.isEmpty()) {
            problems.add(list, field, "NOTHING_ORDERED");
        }
        return List.copyOf(names);
    }

    private Set<Breakdown> breakdowns() {
        Set<Breakdown> breakdowns = EnumSet.noneOf(Breakdown.class);
        for (ScalarNode name : root.list("breakdowns")) {
            try {
                breakdowns.add(Breakdown.valueOf(name.getValue()));
            } catch (IllegalArgumentException e) {
                problems.add(name, "breakdowns", refused(name, "BREAKDOWN"), List.of(Breakdown.values()));
            }
        }
        return breakdowns;
    }

    private static String refused(ScalarNode name, String otherwise) {
        return KnownVariables.disability(name.getValue()) ? "DISABILITY" : otherwise;
    }

    private static LocalDate date(OrderFileNode node, String key) {
        return node.read(key, s -> LocalDate.parse(s, DATE), "YYYY-MM-DD", LocalDate.EPOCH);
    }

    private static YearMonth month(OrderFileNode node, String key) {
        return node.read(key, YearMonth::parse, "YYYY-MM", NO_MONTH);
    }
}
