package se.utfall.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;

/** Streams the enrolments and measures of everybody, by the persons they are of now, without opening a number. */
final class Histories {
    private static final int FETCH = 1_000;
    private static final String OF_PERSON =
            " JOIN person_number n ON n.number_id = s.number_id" + " JOIN person c ON c.person_id = n.person_id";
    private static final String ENROLMENTS = "SELECT c.person_key, s.fact_key, s.start_on, x.exit_on, x.reason,"
            + " CASE WHEN o.person_id <> n.person_id THEN 0 ELSE 1 END FROM enrolment s" + OF_PERSON
            + " LEFT JOIN exit x ON x.fact_key = s.fact_key AND x.removed = 0"
            + " LEFT JOIN person_number o ON o.number_id = x.number_id"
            + " WHERE s.removed = 0 AND s.start_on <= :to";
    private static final String MEASURES =
            "SELECT c.person_key, s.fact_key, s.enrolment_id, s.type, s.workplace, s.start_on, s.end_on, s.percentage"
                    + " FROM measure s" + OF_PERSON
                    + " LEFT JOIN enrolment e ON e.fact_key = s.enrolment_id AND e.removed = 0"
                    + " LEFT JOIN person_number o ON o.number_id = e.number_id"
                    + " WHERE s.removed = 0 AND s.start_on <= :to AND (o.person_id IS NULL OR o.person_id = n.person_id)";

    private Histories() {}

    static void eachEnrolment(Handle handle, LocalDate to, Consumer<EnrolmentPeriod> consumer) {
        handle.createQuery(ENROLMENTS)
                .setFetchSize(FETCH)
                .bind("to", FactTables.day(to))
                .map((row, c) -> enrolment(row))
                .forEach(consumer);
    }

    private static EnrolmentPeriod enrolment(ResultSet row) throws SQLException {
        boolean own = row.getInt(6) == 1;
        return new EnrolmentPeriod(
                new PersonKey(row.getBytes(1)),
                row.getString(2),
                LocalDate.ofEpochDay(row.getInt(3)),
                own ? date(row, 4) : null,
                own ? row.getString(5) : null);
    }

    static void eachMeasure(Handle handle, LocalDate to, Consumer<MeasurePeriod> consumer) {
        handle.createQuery(MEASURES)
                .setFetchSize(FETCH)
                .bind("to", FactTables.day(to))
                .map((row, c) -> measure(row))
                .forEach(consumer);
    }

    private static MeasurePeriod measure(ResultSet row) throws SQLException {
        return new MeasurePeriod(
                new PersonKey(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                LocalDate.ofEpochDay(row.getInt(6)),
                date(row, 7),
                Sql.whole(row, 8));
    }

    private static @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        Integer day = Sql.whole(row, column);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
