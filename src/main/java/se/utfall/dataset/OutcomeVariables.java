package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Origin;
import se.utfall.dataset.Meaning.Values;
import se.utfall.linkage.Mapping;
import se.utfall.linkage.Mappings;
import se.utfall.notice.Messages;
import se.utfall.outcome.SourceRegister;

/** The fields of the outcome record that the order's variables fill, by the registers' mappings. A register without a mapping has rows, but no columns yet. */
final class OutcomeVariables {
    private static final List<Missing> REASONS = List.of(
            Missing.NYO, Missing.SND, Missing.NLK, Missing.DEC, Missing.EMI, Missing.PRO, Missing.NAP, Missing.UNK);
    private final Map<String, List<Source>> byPath = new LinkedHashMap<>();

    private OutcomeVariables() {}

    /** One ordered column, or what is derived from it, that fills a field. */
    private record Source(Mapping mapping, Mapping.Column column, Mapping.@Nullable Derived derived) {
        Words doc() {
            return Words.of(derived == null ? column.doc() : derived.doc());
        }

        Origin origin() {
            String breaks = "break." + mapping.register();
            return new Origin(
                    mapping.register().source(),
                    mapping.version(),
                    column.name(),
                    derived == null ? unchanged() : Words.of(derived.doc()),
                    Messages.has(Messages.SWEDISH, "dataset", breaks) ? Words.of(breaks) : Words.NONE);
        }

        private Words unchanged() {
            Mapping.Unit unit = column.unit();
            return Words.of("derivation.unit." + (unit == null ? "NONE" : unit.name()));
        }
    }

    static List<Variable> of(Map<SourceRegister, List<String>> ordered, Mappings mappings) {
        OutcomeVariables found = new OutcomeVariables();
        for (SourceRegister register : SourceRegister.values()) {
            List<String> names = ordered.get(register);
            if (names != null) {
                mappings.find(register).ifPresent(mapping -> found.add(mapping, names));
            }
        }
        return found.byPath.entrySet().stream()
                .map(e -> variable(SchemaPath.of(e.getKey()), e.getValue()))
                .toList();
    }

    private void add(Mapping mapping, List<String> ordered) {
        for (Mapping.Column column : mapping.columns()) {
            if (isOrdered(column, ordered)) {
                String target = column.target();
                if (target != null) {
                    add(target, new Source(mapping, column, null));
                }
                mapping.derived().stream()
                        .filter(d -> d.column().equals(column.name()))
                        .forEach(d -> add(d.target(), new Source(mapping, column, d)));
            }
        }
    }

    private void add(String path, Source source) {
        byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(source);
    }

    private static boolean isOrdered(Mapping.Column column, List<String> ordered) {
        Set<String> names =
                ordered.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return names.contains(column.name().toLowerCase(Locale.ROOT))
                || column.aliases().stream().anyMatch(a -> names.contains(a.toLowerCase(Locale.ROOT)));
    }

    private static Variable variable(SchemaPath path, List<Source> sources) {
        Meaning meaning = new Meaning(
                path.column(),
                path.columnType(),
                sources.get(0).doc(),
                unit(path, sources.get(0)),
                values(path, sources.get(0)),
                sources.stream().map(Source::origin).toList(),
                Words.NONE,
                REASONS);
        Set<SourceRegister> from =
                sources.stream().map(s -> s.mapping().register()).collect(Collectors.toSet());
        return new Variable(
                meaning,
                s -> path.value(s.generic()),
                s -> from.contains(s.record().register())
                        ? Missing.of(s.record().observation())
                        : Missing.NAP);
    }

    private static Words unit(SchemaPath path, Source source) {
        if (path.isOre()) {
            return Words.of("unit.ore");
        }
        return source.column().type() == Mapping.Type.NUMBER ? Words.of("unit.count") : Words.NONE;
    }

    private static Values values(SchemaPath path, Source source) {
        if (path.isFlag()) {
            return Values.closed(YesNo.CODES);
        }
        if (path.isEnum()) {
            return Values.closed(path.symbols());
        }
        return switch (source.column().type()) {
            case TEXT -> Values.OPEN;
            case CODE -> Values.closed(codes(source.column()));
            case FLAG, NUMBER -> Values.ANY;
        };
    }

    private static List<Code> codes(Mapping.Column column) {
        List<Mapping.Code> codes = column.codes();
        return codes == null
                ? List.of()
                : codes.stream()
                        .map(c -> new Code(c.code(), Words.of(c.label())))
                        .toList();
    }
}
