package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Origin;
import se.utfall.dataset.Meaning.Values;
import se.utfall.linkage.Mapping;
import se.utfall.linkage.Mappings;
import se.utfall.outcome.SourceRegister;

/** The fields of the outcome record that the order's variables fill, by the registers' mappings; after them what the record has no field for. */
final class OutcomeVariables {
    static final List<Missing> REASONS = List.of(
            Missing.NYO, Missing.SND, Missing.NLK, Missing.DEC, Missing.EMI, Missing.PRO, Missing.NAP, Missing.UNK);
    private final Map<String, List<Source>> byPath = new LinkedHashMap<>();
    private final List<Variable> beside = new ArrayList<>();

    private OutcomeVariables() {}

    /** One ordered column, or what is derived from it, that fills a field. */
    private record Source(Mapping mapping, Mapping.Column column, Mapping.@Nullable Derived derived) {
        Words doc() {
            return Words.of(derived == null ? column.doc() : derived.doc());
        }

        Origin origin() {
            Words how = derived == null ? BesideRecord.unchanged(column) : Words.of(derived.doc());
            return BesideRecord.origin(mapping, column, how);
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
        List<Variable> all = new ArrayList<>();
        found.byPath.forEach((path, sources) -> all.add(variable(SchemaPath.of(path), sources)));
        all.addAll(found.beside);
        return all;
    }

    private void add(Mapping mapping, List<String> ordered) {
        for (Mapping.Column column : mapping.columns()) {
            if (isOrdered(column, ordered)) {
                String target = column.target();
                if (target == null) {
                    beside.add(BesideRecord.variable(mapping, column));
                } else {
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
                label(sources),
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

    /** Where several registers fill the same column each says what it means there. */
    private static Words label(List<Source> sources) {
        if (sources.size() == 1) {
            return sources.get(0).doc();
        }
        Words label = Words.NONE;
        for (Source source : sources) {
            String register = source.mapping().register().source() + ":";
            label = label.and(new Words(register, register)).and(source.doc());
        }
        return label;
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
        return BesideRecord.values(source.column());
    }
}
