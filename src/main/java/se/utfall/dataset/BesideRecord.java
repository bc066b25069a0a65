package se.utfall.dataset;

import java.util.List;
import java.util.Locale;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.linkage.Mapping;

/** An ordered column that only datasets hold (contract 3: {@code ForvInk}): named, typed and explained by the mapping alone. */
final class BesideRecord {
    private BesideRecord() {}

    static Variable variable(Mapping mapping, Mapping.Column column) {
        Meaning meaning = new Meaning(
                name(column),
                type(column),
                Words.of(column.doc()),
                unit(column),
                MappedColumn.values(column),
                List.of(MappedColumn.origin(mapping, column, MappedColumn.unchanged(column))),
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
}
