package se.utfall.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import se.utfall.outcome.PersonKey;

/** Streams what statistics need beside spells; nothing here can hold a number. */
final class CostsAndRatings {
    private static final int FETCH = 1_000;
    private static final String COSTS =
            "SELECT fact_key, measure_type, unit, period_start, period_end, kind, amount_ore,"
                    + " participants FROM cost WHERE removed = 0";
    private static final String RATINGS =
            "SELECT c.person_key, r.rating_id, r.question, r.measure_id, m.type, r.rated_on,"
                    + " r.round_no, r.instrument, r.instrument_version, r.answer, r.scale_min, r.scale_max,"
                    + " CASE WHEN c.forked = 1 OR c.stated = 0 OR o.person_id <> n.person_id THEN 0 ELSE 1 END,"
                    + " c.protected, c.annulled, c.deceased_on, c.emigrated_on, c.last_exit FROM rating r"
                    + " LEFT JOIN measure m ON m.fact_key = r.measure_id AND m.removed = 0"
                    + " LEFT JOIN person_number o ON o.number_id = m.number_id"
                    + " JOIN person_number n ON n.number_id = r.number_id JOIN person c ON c.person_id = n.person_id"
                    + " WHERE r.removed = 0";

    private CostsAndRatings() {}

    static void eachCost(Handle handle, Consumer<BookedCost> consumer) {
        handle.createQuery(COSTS).setFetchSize(FETCH).map((row, c) -> cost(row)).forEach(consumer);
    }

    static void eachRating(Handle handle, Consumer<RatedAnswer> consumer) {
        handle.createQuery(RATINGS)
                .setFetchSize(FETCH)
                .map((row, c) -> rating(row))
                .forEach(consumer);
    }

    private static BookedCost cost(ResultSet row) throws SQLException {
        return new BookedCost(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                LocalDate.ofEpochDay(row.getInt(4)),
                LocalDate.ofEpochDay(row.getInt(5)),
                row.getString(6),
                row.getLong(7),
                Sql.whole(row, 8));
    }

    private static RatedAnswer rating(ResultSet row) throws SQLException {
        return new RatedAnswer(
                new PersonKey(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                LocalDate.ofEpochDay(row.getInt(6)),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                Sql.whole(row, 10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13) == 1,
                Spells.standing(row, 14));
    }
}
