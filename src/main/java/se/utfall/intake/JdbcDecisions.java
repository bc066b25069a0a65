package se.utfall.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import se.utfall.register.FactType;
import se.utfall.store.Database;

/** What people may decide about files, in the table {@code file}: every move holds only from the state it was decided in. */
final class JdbcDecisions {
    private static final String REPLACED = "EXISTS (SELECT 1 FROM file a WHERE a.source = f.source AND a.name = f.name"
            + " AND a.state IN ('CHECKED', 'LOADED') AND a.file_id <> f.file_id)";
    private static final String STANDING = "SELECT f.file_id, f.source, f.name, f.state, f.code, f.absence, CASE WHEN "
            + REPLACED + " THEN 1 ELSE 0 END FROM file f WHERE ";
    /** One set aside whose name a good file has taken since waits for nobody, unless it came after that. */
    private static final String WAITS = "((f.state = 'QUARANTINED' AND (f.code = 'NAMN_UPPTAGET' OR NOT " + REPLACED
            + ")) OR f.absence IN ('MANY', 'UNREADABLE'))";

    private static final RowMapper<StandingFile> MAPPER = (rs, c) -> new StandingFile(
            rs.getString(1),
            rs.getString(2),
            rs.getString(3),
            rs.getString(4),
            rs.getString(5),
            absence(rs.getString(6)),
            rs.getInt(7) == 1);
    private final Database database;

    JdbcDecisions(Database database) {
        this.database = database;
    }

    Optional<StandingFile> find(String id) {
        return database.inSnapshot(h -> h.createQuery(STANDING + "f.file_id = :id AND f.state <> 'SEALING'")
                .bind("id", id)
                .map(MAPPER)
                .findOne());
    }

    /** All files that wait for a person. */
    List<StandingFile> waiting() {
        return database.inSnapshot(
                h -> h.createQuery(STANDING + WAITS).map(MAPPER).list());
    }

    List<StandingFile> waiting(Handle handle, String source, String name) {
        return handle.createQuery(STANDING + "f.source = :s AND f.name = :n AND " + WAITS)
                .bind("s", source)
                .bind("n", name)
                .map(MAPPER)
                .list();
    }

    /** Whether another file holds the name. */
    boolean otherAccepted(Handle handle, StandingFile file) {
        return handle.createQuery("SELECT COUNT(*) FROM file WHERE source = :s AND name = :n"
                                + " AND state IN ('CHECKED', 'LOADED') AND file_id <> :id")
                        .bind("s", file.source())
                        .bind("n", file.name())
                        .bind("id", file.id())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** QUARANTINED to CHECKED: it is read again from its first row. */
    boolean release(Handle handle, String id, boolean waiveBad) {
        return handle.createUpdate(
                                "UPDATE file SET state = 'CHECKED', code = NULL, rejected = 0, finished_at = NULL,"
                                        + " failed_at = NULL, bad_waived = :waive WHERE file_id = :id AND state = 'QUARANTINED'")
                        .bind("waive", waiveBad ? 1 : 0)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** QUARANTINED to REJECTED; why it was set aside stays. */
    boolean reject(Handle handle, String id) {
        return handle.createUpdate("UPDATE file SET state = 'REJECTED' WHERE file_id = :id AND state = 'QUARANTINED'")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void absent(Handle handle, String id, Absence to) {
        handle.execute("UPDATE file SET absence = ? WHERE file_id = ?", to.name(), id);
    }

    boolean absence(Handle handle, String id, Absence from, Absence to) {
        return handle.createUpdate("UPDATE file SET absence = :to WHERE file_id = :id AND absence = :from")
                        .bind("to", to.name())
                        .bind("from", from.name())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Earlier full files of the type whose absent keys still wait; the file of this id speaks for the type now. */
    List<StandingFile> overtaken(Handle handle, FactType type, Instant extractedAt, String id) {
        return handle.createQuery(STANDING + "f.type = :type AND f.absence IN ('MANY', 'UNREADABLE')"
                        + " AND f.extracted_at <= :at AND f.file_id <> :id")
                .bind("type", type.fileType())
                .bind("at", extractedAt.toEpochMilli())
                .bind("id", id)
                .map(MAPPER)
                .list();
    }

    private static @Nullable Absence absence(@Nullable String name) {
        return name == null ? null : Absence.valueOf(name);
    }
}
