package se.utfall.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a linked row of one table says, by its mapping: columns to the record's fields, derived fields, and what a missing row stands for. */
final class RowMeaning {
    private final TableFile.Cursor cursor;
    private final List<Direct> direct = new ArrayList<>();
    private final List<Beside> beside = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    RowMeaning(Mapping mapping, TableFile.Cursor cursor) {
        this.cursor = cursor;
        for (Mapping.Column column : mapping.columns()) {
            int at = cursor.column(column.name());
            String target = column.target();
            if (at >= 0 && target != null) {
                direct.add(new Direct(column, at, Target.of(target)));
            } else if (at >= 0) {
                beside.add(new Beside(column, at));
            }
        }
        for (Mapping.Derived derived : mapping.derived()) {
            int at = cursor.column(derived.column());
            if (at >= 0) {
                rules.add(rule(mapping, derived, at));
            }
        }
    }

    /** A column of the table that becomes a field as it is. */
    private record Direct(Mapping.Column column, int at, Target target) {}

    /** A column of the table that the record has no field for. */
    private record Beside(Mapping.Column column, int at) {}

    /** A derived field; {@code unlessAt} is -1 when there is no such condition or its column was not ordered. */
    private record Rule(
            Mapping.Derived derived,
            Target target,
            Mapping.Column column,
            int at,
            Mapping.@Nullable Column unlessColumn,
            int unlessAt) {}

    private Rule rule(Mapping mapping, Mapping.Derived derived, int at) {
        Mapping.Condition unless = derived.unless();
        return new Rule(
                derived,
                Target.of(derived.target()),
                mapping.find(derived.column()).orElseThrow(),
                at,
                unless == null ? null : mapping.find(unless.column()).orElseThrow(),
                unless == null ? -1 : cursor.column(unless.column()));
    }

    /** Puts what the cell's row says; adds the quality flags of columns that had a value. */
    void observed(int position, BlockValues to, List<String> flags) {
        for (Direct d : direct) {
            long value = cursor.value(position, d.at());
            if (value != PackedLongs.MISSING) {
                to.put(d.target(), meaning(d.column(), d.at(), value));
                String flag = d.column().flag();
                if (flag != null) {
                    flags.add(flag);
                }
            }
        }
        for (Rule rule : rules) {
            derive(rule, position, to);
        }
    }

    boolean hasBeside() {
        return !beside.isEmpty();
    }

    /** What the cell's row says in columns that the record has no field for, by column; unknown values are not there. */
    Map<String, Object> beside(int position) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Beside b : beside) {
            long value = cursor.value(position, b.at());
            if (value != PackedLongs.MISSING) {
                values.put(b.column().name(), meaning(b.column(), b.at(), value));
            }
        }
        return values;
    }

    /** Puts what a missing row stands for, in the ordered columns. */
    void absent(BlockValues to) {
        for (Direct d : direct) {
            String absent = d.column().absent();
            if (absent != null) {
                to.put(
                        d.target(),
                        d.column().type() == Mapping.Type.FLAG
                                ? (Object) absent.equals("J")
                                : Long.valueOf(
                                        Long.parseLong(absent) * d.column().factor()));
            }
        }
    }

    private void derive(Rule rule, int position, BlockValues to) {
        long value = cursor.value(position, rule.at());
        if (value == PackedLongs.MISSING) {
            return;
        }
        boolean holds = rule.derived().holds(text(rule.column(), rule.at(), value));
        Mapping.Condition unless = rule.derived().unless();
        Mapping.Column unlessColumn = rule.unlessColumn();
        if (holds && unless != null && unlessColumn != null && rule.unlessAt() >= 0) {
            long other = cursor.value(position, rule.unlessAt());
            holds = other == PackedLongs.MISSING || !unless.is().contains(text(unlessColumn, rule.unlessAt(), other));
        }
        to.put(rule.target(), holds);
    }

    private Object meaning(Mapping.Column column, int at, long value) {
        return switch (column.type()) {
            case FLAG -> value == 1;
            case NUMBER -> value * column.factor();
            case TEXT -> cursor.code(at, value);
            case CODE -> symbol(column, (int) value, cursor.code(at, value));
        };
    }

    private static String symbol(Mapping.Column column, int number, String code) {
        String symbol = column.codeList().get(number).value();
        return symbol == null ? code : symbol;
    }

    private String text(Mapping.Column column, int at, long value) {
        return switch (column.type()) {
            case FLAG -> value == 1 ? "J" : "N";
            case NUMBER -> Long.toString(value);
            case CODE, TEXT -> cursor.code(at, value);
        };
    }
}
