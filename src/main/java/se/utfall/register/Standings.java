package se.utfall.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Keeps what the rows say of each person beside the person, and notes what became so: in the transaction of the row that caused it. */
final class Standings {
    /** One table, found by number: a plan that scans has no reason to be chosen, whatever the database knows of the tables yet. */
    private static final String ENROLMENTS =
            "SELECT number_id, fact_key, start_on, changed_at, protected FROM enrolment"
                    + " WHERE removed = 0 AND number_id IN (<in>)";

    private static final String KEPT = "SELECT number_id, protected FROM kept_protection WHERE number_id IN (<in>)";
    private static final String EXITS = "SELECT x.number_id, x.exit_on, o.person_id FROM exit x"
            + " LEFT JOIN enrolment e ON e.fact_key = x.fact_key AND e.removed = 0"
            + " LEFT JOIN person_number o ON o.number_id = e.number_id"
            + " WHERE x.removed = 0 AND x.number_id IN (<in>)";
    private static final String DEREGISTRATIONS =
            "SELECT number_id, reason, happened_on FROM deregistration" + " WHERE removed = 0 AND number_id IN (<in>)";
    private static final String STORED = "SELECT person_id, stated, protected, annulled, deceased_on, emigrated_on,"
            + " last_exit, latest_enrolment FROM person WHERE person_id IN (<in>)";
    private static final String UPDATE = "UPDATE person SET stated = ?, protected = ?, annulled = ?, deceased_on = ?,"
            + " emigrated_on = ?, last_exit = ?, latest_enrolment = ? WHERE person_id = ?";

    private Standings() {}

    private record Changed(int person, PersonState now) {}

    /** What may have changed: reading less than all is only for speed. */
    enum Scope {
        ALL,
        ALL_BUT_EXITS,
        EXITS;

        private PersonState of(PersonState before, PersonState gathered) {
            return switch (this) {
                case ALL -> gathered;
                case ALL_BUT_EXITS -> gathered.withLastExit(before.lastExit());
                case EXITS -> before.withLastExit(gathered.lastExit());
            };
        }
    }

    /** @param persons who count now; those merged into others are left as they were */
    static void refresh(Handle handle, Collection<Integer> persons, Scope scope, PersonEvents events) {
        Gathered gathered = new Gathered(Persons.numbersOf(handle, persons));
        if (scope != Scope.EXITS) {
            gathered.rows(handle);
        }
        if (scope != Scope.ALL_BUT_EXITS) {
            gathered.exits(handle);
        }
        List<Changed> changed = new ArrayList<>();
        Sql.each(handle, STORED, persons, row -> {
            int person = row.getInt(1);
            PersonState before = stored(row);
            PersonState now = scope.of(before, gathered.of(person).state());
            if (!now.equals(before)) {
                now.since(before, person, events);
                changed.add(new Changed(person, now));
            }
        });
        write(handle, changed);
    }

    /** The rows of some persons, by person. */
    private static final class Gathered {
        private final Map<Integer, Integer> personOf;
        private final Map<Integer, PersonState.Gathering> byPerson = new HashMap<>();

        private Gathered(Map<Integer, Integer> personOf) {
            this.personOf = personOf;
        }

        private PersonState.Gathering of(int person) {
            return byPerson.computeIfAbsent(person, p -> new PersonState.Gathering());
        }

        private PersonState.Gathering ofNumber(int number) {
            return of(personOf.getOrDefault(number, 0));
        }

        private void rows(Handle handle) {
            Sql.each(handle, ENROLMENTS, personOf.keySet(), row -> {
                PersonState.Gathering one = ofNumber(row.getInt(1));
                one.enrolment(row.getString(2), row.getInt(3), row.getLong(4));
                one.protection(row.getInt(5));
            });
            Sql.each(
                    handle,
                    KEPT,
                    personOf.keySet(),
                    row -> ofNumber(row.getInt(1)).protection(row.getInt(2)));
            Sql.each(
                    handle,
                    DEREGISTRATIONS,
                    personOf.keySet(),
                    row -> ofNumber(row.getInt(1)).deregistration(row.getString(2), row.getInt(3)));
        }

        /** Those in another person's enrolment are nobody's until that is solved. */
        private void exits(Handle handle) {
            Sql.each(handle, EXITS, personOf.keySet(), row -> {
                int person = personOf.getOrDefault(row.getInt(1), 0);
                Integer owner = Sql.whole(row, 3);
                if (owner == null || owner == person) {
                    of(person).exit(row.getInt(2));
                }
            });
        }
    }

    private static PersonState stored(ResultSet row) throws SQLException {
        return new PersonState(
                row.getInt(2) == 1,
                row.getInt(3) == 1,
                row.getInt(4) == 1,
                Sql.whole(row, 5),
                Sql.whole(row, 6),
                Sql.whole(row, 7),
                row.getString(8));
    }

    private static void write(Handle handle, List<Changed> changed) {
        Sql.batch(
                handle,
                UPDATE,
                changed,
                (statement, one) -> Sql.set(
                        statement,
                        1,
                        one.now().stated() ? 1 : 0,
                        one.now().protectedPerson() ? 1 : 0,
                        one.now().annulled() ? 1 : 0,
                        one.now().deceasedOn(),
                        one.now().emigratedOn(),
                        one.now().lastExit(),
                        one.now().latestEnrolment(),
                        one.person()));
    }
}
