package se.utfall.dataset;

import java.util.List;
import java.util.Locale;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Origin;
import se.utfall.dataset.Meaning.Values;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.linkage.Mapping;
import se.utfall.notice.Messages;

/** An ordered column that only datasets hold (contract 3: {@code ForvInk}): named, typed and explained by the mapping alone. */
final class BesideRecord {
    private BesideRecord() {}

    static Variable variable(Mapping mapping, Mapping.Column column) {
        Meaning meaning = new Meaning(
                name(column),
                type(column),
                Words.of(column.doc()),
                unit(column),
                values(column),
                List.of(origin(mapping, column, unchanged(column))),
                Words.NONE,
                OutcomeVariables.REASONS);
        return new Variable(
                meaning,
                s -> s.beside().get(column.name()) instanceof Boolean flag
                        ? YesNo.of(flag)
                        : s.beside().get(column.name()),
                s -> s.record().register() == mapping.register()
                        ? Missing.of(s.record().observation())
                        : Missing.NAP);
    }

    /** {@code ForvInk} as {@code forv_ink_ore}: words parted as in the other columns, amounts in ore named so. */
    private static String name(Mapping.Column column) {
        String words = column.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return isMoney(column) ? words + "_ore" : words;
    }

    private static ColumnType type(Mapping.Column column) {
        return switch (column.type()) {
            case FLAG -> ColumnType.INTEGER;
            case NUMBER -> ColumnType.BIGINT;
            case CODE, TEXT -> ColumnType.VARCHAR;
        };
    }

    private static Words unit(Mapping.Column column) {
        if (isMoney(column)) {
            return Words.of("unit.ore");
        }
        return column.type() == Mapping.Type.NUMBER ? Words.of("unit.count") : Words.NONE;
    }

    private static boolean isMoney(Mapping.Column column) {
        return column.unit() == Mapping.Unit.KRONOR || column.unit() == Mapping.Unit.HUNDREDS_OF_KRONOR;
    }

    static Values values(Mapping.Column column) {
        return switch (column.type()) {
            case TEXT -> Values.open(codes(column));
            case CODE -> Values.closed(codes(column));
            case FLAG -> Values.closed(YesNo.CODES);
            case NUMBER -> Values.ANY;
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

    static Origin origin(Mapping mapping, Mapping.Column column, Words how) {
        String breaks = "break." + mapping.register();
        return new Origin(
                mapping.register().source(),
                mapping.version(),
                column.name(),
                how,
                Messages.has(Messages.SWEDISH, "dataset", breaks) ? Words.of(breaks) : Words.NONE);
    }

    static Words unchanged(Mapping.Column column) {
        Mapping.Unit unit = column.unit();
        return Words.of("derivation.unit." + (unit == null ? "NONE" : unit.name()));
    }
}
