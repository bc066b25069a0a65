package se.utfall.dataset;

import java.util.List;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Origin;
import se.utfall.dataset.Meaning.Values;
import se.utfall.linkage.Mapping;
import se.utfall.notice.Messages;

/** What a register's mapping says of one of its columns, in the code book's words. */
final class MappedColumn {
    private MappedColumn() {}

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
