package se.utfall.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Values;
import se.utfall.dataset.Variable.Absence;
import se.utfall.dataset.Variable.Reading;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.Periods;

/** Who, which register and period, how long from the anchor, and what is known: columns of every row, whatever was ordered. The running number is not among them. */
final class ContextVariables {
    private static final Absence NOT_APPLICABLE = s -> Missing.NAP;
    private static final Absence AS_OBSERVED = s -> Missing.of(s.record().observation());

    private ContextVariables() {}

    static List<Variable> all() {
        List<Variable> all = new ArrayList<>();
        all.add(text("pseudonym", s -> s.record().pseudonym()));
        all.add(symbol("cohortRole"));
        all.add(symbol("anchor"));
        all.add(Variable.always(
                meaning("register", ColumnType.VARCHAR, registers()),
                s -> s.record().register().source()));
        all.add(text("period", s -> period(s.record())));
        all.add(date("period_start", s -> s.record().periodStart()));
        all.add(date("period_end", s -> s.record().periodEnd()));
        all.add(months("months_from_anchor", s -> s.record().monthsFromAnchor()));
        all.add(months("months_since_exit", s -> s.record().monthsSinceExit()));
        all.add(symbol("observation"));
        all.add(symbol("sourceStatus"));
        all.add(missable("source_extract_date", ColumnType.DATE, s -> s.record().sourceExtractDate()));
        all.add(missable("delivery", ColumnType.VARCHAR, s -> given(s.record().deliveryId())));
        all.addAll(flags());
        return all;
    }

    private static List<Code> registers() {
        return SchemaPath.of("sourceRegister").symbols();
    }

    private static String period(OutcomeRecord record) {
        return Periods.label(record.register(), Periods.monthIndex(record.periodStart()));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Variable text(String name, Reading reading) {
        return Variable.always(meaning(name, ColumnType.VARCHAR, List.of()), reading);
    }

    private static Variable symbol(String field) {
        SchemaPath path = SchemaPath.of(field);
        return Variable.always(
                meaning(path.column(), ColumnType.VARCHAR, path.symbols()), s -> path.value(s.generic()));
    }

    private static Variable date(String name, Function<Variable.Subject, LocalDate> reading) {
        return Variable.always(meaning(name, ColumnType.DATE, List.of()), reading::apply);
    }

    private static Variable months(String name, Reading reading) {
        Meaning meaning = new Meaning(
                name,
                ColumnType.INTEGER,
                Words.of("column." + name),
                Words.of("unit.months"),
                Values.ANY,
                List.of(),
                Words.of("derivation." + name),
                List.of(Missing.NAP));
        return new Variable(meaning, reading, NOT_APPLICABLE);
    }

    private static Variable missable(String name, ColumnType type, Reading reading) {
        Meaning meaning = new Meaning(
                name,
                type,
                Words.of("column." + name),
                Words.NONE,
                Values.ANY,
                List.of(),
                Words.of("derivation." + name),
                List.of(Missing.NYO, Missing.SND, Missing.UNK));
        return new Variable(meaning, reading, AS_OBSERVED);
    }

    /** One column per quality flag of the schema. */
    private static List<Variable> flags() {
        return SchemaPath.of("qualityFlags").elementSymbols().stream()
                .map(flag -> Variable.always(
                        new Meaning(
                                "flag_" + flag.code().toLowerCase(Locale.ROOT),
                                ColumnType.INTEGER,
                                flag.label(),
                                Words.NONE,
                                Values.closed(YesNo.CODES),
                                List.of(),
                                Words.of("derivation.flag"),
                                List.of()),
                        s -> s.record().qualityFlags().contains(flag.code()) ? 1 : 0))
                .toList();
    }

    private static Meaning meaning(String name, ColumnType type, List<Code> codes) {
        return new Meaning(
                name,
                type,
                Words.of("column." + name),
                Words.NONE,
                codes.isEmpty() ? Values.ANY : Values.closed(codes),
                List.of(),
                Words.of("derivation." + name),
                List.of());
    }
}
