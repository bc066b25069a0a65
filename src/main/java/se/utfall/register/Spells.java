package se.utfall.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;

/** Streams spells with the persons they are of now: one query, a row at a time. */
final class Spells {
    private static final int FETCH = 1_000;
    private static final String STANDING = "c.protected, c.annulled, c.deceased_on, c.emigrated_on, c.last_exit";
    private static final String PERSON = "SELECT c.person_key, l.sealed, l.number_hash, " + STANDING
            + ", b.sex, b.education_level, b.newly_arrived, b.district,"
            + " CASE WHEN c.forked = 1 OR c.stated = 0 OR o.person_id <> n.person_id THEN 0 ELSE 1 END, ";
    private static final String OF_PERSON = " JOIN person_number n ON n.number_id = s.number_id"
            + " JOIN person c ON c.person_id = n.person_id JOIN person_number l ON l.number_id = c.number_id"
            + " LEFT JOIN enrolment b ON b.fact_key = c.latest_enrolment";
    private static final String OWNER = " LEFT JOIN person_number o ON o.number_id = e.number_id";
    private static final String EXITS = PERSON + "s.fact_key, NULL, NULL, e.start_on, s.exit_on FROM exit s"
            + " JOIN enrolment e ON e.fact_key = s.fact_key AND e.removed = 0" + OWNER + OF_PERSON
            + " WHERE s.removed = 0";
    private static final String MEASURES = PERSON
            + "s.fact_key, s.type, s.workplace, s.start_on, s.end_on FROM measure s"
            + " LEFT JOIN enrolment e ON e.fact_key = s.enrolment_id AND e.removed = 0" + OWNER + OF_PERSON
            + " WHERE s.removed = 0";
    private static final String ENROLMENTS = PERSON + "s.fact_key, NULL, NULL, s.start_on, x.exit_on FROM enrolment s"
            + " LEFT JOIN exit x ON x.fact_key = s.fact_key AND x.removed = 0"
            + " LEFT JOIN person_number o ON o.number_id = x.number_id" + OF_PERSON
            + " WHERE s.removed = 0 AND s.start_on <= :to";
    private static final String PERSONS = "SELECT p.person_key, c.person_key, " + STANDING
            + " FROM person p JOIN person c ON c.person_id = p.current_id";
    private static final String ONE = "SELECT l.sealed, l.number_hash, " + STANDING
            + " FROM person c JOIN person_number l ON l.number_id = c.number_id WHERE c.person_id = :person";

    private final Identities identities;

    Spells(Identities identities) {
        this.identities = identities;
    }

    void each(Handle handle, SpellQuery asked, Consumer<Spell> consumer) {
        boolean someTypes =
                asked.event() != SpellQuery.Event.EXIT && !asked.measureTypes().isEmpty();
        Query query =
                handle.createQuery(sql(asked, someTypes)).setFetchSize(FETCH).bind("to", FactTables.day(asked.to()));
        if (asked.from() != null) {
            query.bind("from", FactTables.day(asked.from()));
        }
        if (someTypes) {
            query.bindList("types", List.copyOf(asked.measureTypes()));
        }
        query.map((row, c) -> spell(row)).forEach(consumer);
    }

    void eachEnrolment(Handle handle, LocalDate to, Consumer<Spell> consumer) {
        handle.createQuery(ENROLMENTS)
                .setFetchSize(FETCH)
                .bind("to", FactTables.day(to))
                .map((row, c) -> spell(row))
                .forEach(consumer);
    }

    private static String sql(SpellQuery asked, boolean someTypes) {
        String event = event(asked.event());
        return (asked.event() == SpellQuery.Event.EXIT ? EXITS : MEASURES)
                + " AND " + event + " <= :to"
                + (asked.from() == null ? "" : " AND " + event + " >= :from")
                + (someTypes ? " AND s.type IN (<types>)" : "");
    }

    private static String event(SpellQuery.Event event) {
        return switch (event) {
            case EXIT -> "s.exit_on";
            case MEASURE_START -> "s.start_on";
            case MEASURE_END -> "s.end_on";
        };
    }

    private Spell spell(ResultSet row) throws SQLException {
        Integer start = Sql.whole(row, 17);
        if (start == null) {
            throw new IllegalStateException("a current spell without start");
        }
        return new Spell(
                new PersonKey(row.getBytes(1)),
                identities.open(row.getBytes(2), row.getBytes(3)),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                LocalDate.ofEpochDay(start),
                date(row, 18),
                row.getInt(13) == 1,
                standing(row, 4),
                background(row));
    }

    private static Spell.Background background(ResultSet row) throws SQLException {
        Integer newly = Sql.whole(row, 11);
        return new Spell.Background(
                row.getString(9), row.getString(10), newly == null ? null : (Boolean) (newly == 1), row.getString(12));
    }

    static Spell.Standing standing(ResultSet row, int first) throws SQLException {
        return new Spell.Standing(
                row.getInt(first) == 1,
                row.getInt(first + 1) == 1,
                date(row, first + 2),
                date(row, first + 3),
                date(row, first + 4));
    }

    void eachPerson(Handle handle, Consumer<CurrentStanding> consumer) {
        handle.createQuery(PERSONS)
                .setFetchSize(FETCH)
                .map((row, c) -> new CurrentStanding(
                        new PersonKey(row.getBytes(1)), new PersonKey(row.getBytes(2)), standing(row, 3)))
                .forEach(consumer);
    }

    CurrentPerson person(Handle handle, int person) {
        return handle.createQuery(ONE)
                .bind("person", person)
                .map((row, c) -> {
                    Spell.Standing standing = standing(row, 3);
                    return new CurrentPerson(
                            standing.annulled() ? null : identities.open(row.getBytes(1), row.getBytes(2)), standing);
                })
                .one();
    }

    private static @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        Integer day = Sql.whole(row, column);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
