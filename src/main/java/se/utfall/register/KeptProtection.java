package se.utfall.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * What removed enrolments said of protection last. Removing a row never lifts it, and it must not matter whether the removal or the version
 * before it came first: the latest version that is not a removal is kept beside a removed row.
 */
final class KeptProtection {
    private static final String COLUMNS = "(fact_key, number_id, protected, changed_at, extracted_at, line)";
    private static final String IF_LATER = " ON CONFLICT (fact_key) DO UPDATE SET number_id = excluded.number_id,"
            + " protected = excluded.protected, changed_at = excluded.changed_at, extracted_at = excluded.extracted_at,"
            + " line = excluded.line WHERE (excluded.changed_at, excluded.extracted_at, excluded.line)"
            + " > (kept_protection.changed_at, kept_protection.extracted_at, kept_protection.line)";
    private static final String INSERT =
            "INSERT INTO kept_protection " + COLUMNS + " VALUES (?, ?, ?, ?, ?, ?)" + IF_LATER;
    private static final String COPY = "INSERT INTO kept_protection " + COLUMNS
            + " SELECT fact_key, number_id, protected, changed_at, extracted_at, line FROM enrolment"
            + " WHERE removed = 0 AND number_id IS NOT NULL AND fact_key IN (<in>)" + IF_LATER;
    private final List<Said> said = new ArrayList<>();

    private record Said(Fact.Enrolment fact, Version version) {}

    /** A version of a batch that a removal overtakes. */
    void note(Fact fact, Version version) {
        if (fact instanceof Fact.Enrolment enrolment) {
            said.add(new Said(enrolment, version));
        }
    }

    /** Forgets what was noted of rows that are not removed in the end. */
    void retain(Predicate<String> removed) {
        said.removeIf(s -> !removed.test(s.fact().enrolmentId()));
    }

    /** Keeps what current rows say; before they are removed. */
    static void copy(Handle handle, Collection<String> enrolments) {
        Sql.update(handle, COPY, enrolments);
    }

    /** Whose protection is kept beside these. */
    static List<Integer> numbers(Handle handle, Collection<String> enrolments) {
        List<Integer> numbers = new ArrayList<>();
        Sql.each(
                handle,
                "SELECT number_id FROM kept_protection WHERE fact_key IN (<in>)",
                enrolments,
                row -> numbers.add(row.getInt(1)));
        return numbers;
    }

    static void forget(Handle handle, Collection<String> enrolments) {
        Sql.update(handle, "DELETE FROM kept_protection WHERE fact_key IN (<in>)", enrolments);
    }

    /** Gives the persons of what was noted their numbers. Returns these. */
    List<Integer> take(Numbers numbers) {
        return said.stream().map(s -> numbers.take(s.fact().number(), true)).toList();
    }

    void write(Handle handle, Numbers numbers) {
        Sql.batch(
                handle,
                INSERT,
                said,
                (statement, one) -> Sql.set(
                        statement,
                        1,
                        one.fact().enrolmentId(),
                        numbers.take(one.fact().number(), true),
                        FactTables.protection(one.fact().protectedStatus()),
                        one.version().changedAt(),
                        one.version().extractedAt(),
                        one.version().line()));
    }
}
