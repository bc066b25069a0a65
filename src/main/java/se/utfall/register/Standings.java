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
    private static final String ENROLMENTS = "SELECT n.person_id, e.fact_key, e.start_on, e.changed_at, e.protected"
            + " FROM person_number n JOIN enrolment e ON e.number_id = n.number_id"
            + " WHERE e.removed = 0 AND n.person_id IN (<in>)";
    private static final String KEPT = "SELECT n.person_id, k.protected FROM person_number n"
            + " JOIN kept_protection k ON k.number_id = n.number_id WHERE n.person_id IN (<in>)";
    private static final String EXITS = "SELECT n.person_id, x.exit_on FROM person_number n"
            + " JOIN exit x ON x.number_id = n.number_id"
            + " LEFT JOIN enrolment e ON e.fact_key = x.fact_key AND e.removed = 0"
            + " LEFT JOIN person_number o ON o.number_id = e.number_id"
            + " WHERE x.removed = 0 AND (o.person_id IS NULL OR o.person_id = n.person_id) AND n.person_id IN (<in>)";
    private static final String DEREGISTRATIONS = "SELECT n.person_id, d.reason, d.happened_on FROM person_number n"
            + " JOIN deregistration d ON d.number_id = n.number_id WHERE d.removed = 0 AND n.person_id IN (<in>)";
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
        Map<Integer, PersonState.Gathering> gathered = new HashMap<>(persons.size() * 2);
        if (scope != Scope.EXITS) {
            gatherRows(handle, persons, gathered);
        }
        if (scope != Scope.ALL_BUT_EXITS) {
            Sql.each(handle, EXITS, persons, row -> of(gathered, row.getInt(1)).exit(row.getInt(2)));
        }
        List<Changed> changed = new ArrayList<>();
        Sql.each(handle, STORED, persons, row -> {
            int person = row.getInt(1);
            PersonState before = stored(row);
            PersonState now = scope.of(before, of(gathered, person).state());
            if (!now.equals(before)) {
                now.since(before, person, events);
                changed.add(new Changed(person, now));
            }
        });
        write(handle, changed);
    }

    private static void gatherRows(
            Handle handle, Collection<Integer> persons, Map<Integer, PersonState.Gathering> all) {
        Sql.each(handle, ENROLMENTS, persons, row -> {
            PersonState.Gathering one = of(all, row.getInt(1));
            one.enrolment(row.getString(2), row.getInt(3), row.getLong(4));
            one.protection(row.getInt(5));
        });
        Sql.each(handle, KEPT, persons, row -> of(all, row.getInt(1)).protection(row.getInt(2)));
        Sql.each(
                handle,
                DEREGISTRATIONS,
                persons,
                row -> of(all, row.getInt(1)).deregistration(row.getString(2), row.getInt(3)));
    }

    private static PersonState.Gathering of(Map<Integer, PersonState.Gathering> all, int person) {
        return all.computeIfAbsent(person, p -> new PersonState.Gathering());
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
