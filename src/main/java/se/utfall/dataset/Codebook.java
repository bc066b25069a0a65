package se.utfall.dataset;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.utfall.dataset.Meaning.Origin;

/** The code book: a line per column of the data, a line per code. Made from the columns themselves, so that it cannot say anything else than they do. */
record Codebook(List<Meaning> columns) {
    static final String CSV = "codebook/codebook.csv";
    static final String CODES = "codebook/codes.csv";
    static final String HTML = "codebook/codebook.html";
    static final List<String> HEADER = List.of(
            "name",
            "type",
            "label_sv",
            "label_en",
            "unit_sv",
            "unit_en",
            "values",
            "missing",
            "source_register",
            "mapping_version",
            "source_column",
            "derivation_sv",
            "derivation_en",
            "breaks_sv",
            "breaks_en");
    static final List<String> CODES_HEADER = List.of("name", "code", "label_sv", "label_en");

    List<List<String>> lines() {
        return columns.stream().map(Codebook::line).toList();
    }

    private static List<String> line(Meaning m) {
        Words derivation = derivation(m);
        return List.of(
                m.name(),
                m.type().name(),
                m.label().sv(),
                m.label().en(),
                m.unit().sv(),
                m.unit().en(),
                m.values().kind().name(),
                m.missing().stream().map(Missing::name).collect(Collectors.joining(" ")),
                joined(m, Origin::register),
                joined(m, Origin::mapping),
                joined(m, Origin::column),
                derivation.sv(),
                derivation.en(),
                joined(m, o -> o.breaks().sv()),
                joined(m, o -> o.breaks().en()));
    }

    private static String joined(Meaning m, Function<Origin, String> part) {
        return m.origins().stream().map(part).distinct().collect(Collectors.joining(" "));
    }

    /** What the hub itself does, then what each register gives. */
    private static Words derivation(Meaning m) {
        Words words = m.derivation();
        for (Origin origin : m.origins()) {
            String from = origin.register() + ", " + origin.column() + ":";
            words = words.and(new Words(from, from)).and(origin.derivation());
        }
        return words;
    }

    List<List<String>> codes() {
        return columns.stream()
                .flatMap(m -> m.values().codes().stream()
                        .map(c -> List.of(
                                m.name(), c.code(), c.label().sv(), c.label().en())))
                .toList();
    }
}
