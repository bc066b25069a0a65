package se.utfall.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

/**
 * A register's delivery table as data ({@code schemas/delivery/<register>.json}): columns, aliases, types, units, code lists, absence rule, calendar.
 * Texts are by language, {@code sv} and {@code en}.
 *
 * @param onlyPersonnummer the register covers nobody who has another kind of number
 * @param version stands in each record's lineage; changes with any change that alters what a row means
 */
public record Mapping(
        SourceRegister register,
        String version,
        Map<String, String> title,
        String codeSystemVersion,
        String period,
        boolean onlyPersonnummer,
        Absence absence,
        Calendar calendar,
        List<Column> columns,
        List<Derived> derived) {
    private static final String LOCAL_CODE = "[0-9A-Za-zÅÄÖåäö_.-]{1,40}";

    /** What a column's values are: J/N, whole number, code of a closed list, code of an open list. */
    public enum Type {
        FLAG,
        NUMBER,
        CODE,
        TEXT
    }

    /** A number's unit, with the factor that takes it to what the record holds (ore for money). */
    public enum Unit {
        COUNT(1),
        KRONOR(100),
        HUNDREDS_OF_KRONOR(10_000);

        private final long factor;

        Unit(long factor) {
            this.factor = factor;
        }

        long factor() {
            return factor;
        }
    }

    /** PERIOD: a missing row is an answer. PERSON: a person without any row is not linked. */
    public enum AbsenceRule {
        PERIOD,
        PERSON
    }

    /** Whether the absence of a row says something. */
    public record Absence(AbsenceRule rule, Map<String, String> doc) {}

    /** How many months an answer covers before its register is drawn. */
    public enum CalendarUnit {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int length;

        CalendarUnit(int length) {
            this.length = length;
        }
    }

    /** Data of a month exist {@code months} months after the end of the unit that the month lies in. */
    public record Calendar(CalendarUnit unit, int months, Map<String, String> doc) {
        boolean canExist(int monthIndex, LocalDate today) {
            int endOfUnit = (Math.floorDiv(monthIndex, unit.length) + 1) * unit.length;
            return !today.isBefore(Periods.month(endOfUnit + months).atDay(1));
        }
    }

    /** One code of a closed list; {@code value} is the symbol it becomes in the record, if not the code itself. */
    public record Code(String code, @Nullable String value, Map<String, String> label) {}

    /**
     * One column.
     *
     * @param target field of the outcome record it becomes, null when only datasets use it
     * @param absent the value that a missing row stands for where absence is an answer
     * @param flag quality flag of a record that holds this column's value
     */
    public record Column(
            String name,
            List<String> aliases,
            Type type,
            @Nullable Unit unit,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable String pattern,
            @Nullable List<Code> codes,
            @Nullable String target,
            @Nullable String absent,
            @Nullable String flag,
            Map<String, String> doc) {

        boolean isCalled(String lowerCaseName) {
            return name.toLowerCase(Locale.ROOT).equals(lowerCaseName)
                    || aliases.stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(lowerCaseName));
        }

        long factor() {
            return unit == null ? 1 : unit.factor();
        }

        Pattern textPattern() {
            return Pattern.compile(pattern == null ? LOCAL_CODE : pattern);
        }

        List<Code> codeList() {
            return codes == null ? List.of() : codes;
        }
    }

    /** True when {@code column} is one of {@code is} (or none of {@code isNot}) and not {@code unless}; unknown when the column is missing. */
    public record Derived(
            String target,
            String column,
            @Nullable List<String> is,
            @Nullable List<String> isNot,
            @Nullable Condition unless,
            Map<String, String> doc) {
        boolean holds(String value) {
            return is != null ? is.contains(value) : isNot != null && !isNot.contains(value);
        }
    }

    /** A column has one of these values; a missing value is none of them. */
    public record Condition(String column, List<String> is) {}

    Optional<Column> find(String nameOrAlias) {
        String lower = nameOrAlias.toLowerCase(Locale.ROOT);
        return columns.stream().filter(c -> c.isCalled(lower)).findFirst();
    }
}
