package se.utfall.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** The list of what needs a person. */
public final class Tasks {
    private static final String COLUMNS = "task_key, room, code, subject, raised_at";
    private final Database database;
    private final Clock clock;

    public Tasks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a task unless one of the same room, code and subject is open. */
    public void raise(Handle handle, String room, String code, String subject) {
        handle.createUpdate("INSERT INTO task (task_key, room, code, subject, raised_at) VALUES (:k, :r, :c, :s, :t)"
                        + " ON CONFLICT (task_key) DO NOTHING")
                .bind("k", key(room, code, subject))
                .bind("r", room)
                .bind("c", code)
                .bind("s", subject)
                .bind("t", clock.instant().toEpochMilli())
                .execute();
    }

    public void raise(String room, String code, String subject) {
        database.useTransaction(handle -> raise(handle, room, code, subject));
    }

    /** Closes the task if it is open. */
    public void resolve(Handle handle, String room, String code, String subject) {
        handle.createUpdate("DELETE FROM task WHERE task_key = :k")
                .bind("k", key(room, code, subject))
                .execute();
    }

    public void resolve(String room, String code, String subject) {
        database.useTransaction(handle -> resolve(handle, room, code, subject));
    }

    public List<Task> listOpen() {
        return database.inTransaction(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM task ORDER BY raised_at, task_key")
                        .map((rs, c) -> task(rs))
                        .list());
    }

    public Optional<Task> find(Handle handle, String key) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM task WHERE task_key = :k")
                .bind("k", key)
                .map((rs, c) -> task(rs))
                .findOne();
    }

    /**
     * Closes an open task by hand and remembers who did and why; empty when none of that key is open. What raised it raises it again if its cause still holds. The
     * caller leaves the trace, in the same transaction.
     */
    public Optional<Task> close(Handle handle, String key, ActingUser by, ClosingReason reason, Reference reference) {
        Optional<Task> open = find(handle, key);
        open.ifPresent(task -> {
            resolve(handle, task.room(), task.code(), task.subject());
            handle.createUpdate(
                            "INSERT INTO task_closed (task_key, room, code, subject, raised_at, closed_at, closed_by,"
                                    + " reason, reference) VALUES (:k, :r, :c, :s, :raised, :now, :by, :reason, :reference)"
                                    + " ON CONFLICT (task_key, raised_at, closed_at) DO NOTHING")
                    .bind("k", key)
                    .bind("r", task.room())
                    .bind("c", task.code())
                    .bind("s", task.subject())
                    .bind("raised", task.raisedAt().toEpochMilli())
                    .bind("now", clock.millis())
                    .bind("by", by.name())
                    .bind("reason", reason.name())
                    .bind("reference", reference.value())
                    .execute();
        });
        return open;
    }

    /** What people closed since then, the latest first. */
    public List<ClosedTask> listClosed(Instant since) {
        return database.inSnapshot(handle -> handle.createQuery("SELECT " + COLUMNS + ", closed_at, closed_by, reason,"
                        + " reference FROM task_closed WHERE closed_at >= :since ORDER BY closed_at DESC, task_key")
                .bind("since", since.toEpochMilli())
                .map((rs, c) -> new ClosedTask(
                        task(rs),
                        Instant.ofEpochMilli(rs.getLong(6)),
                        rs.getString(7),
                        ClosingReason.valueOf(rs.getString(8)),
                        new Reference(rs.getString(9))))
                .list());
    }

    private static Task task(ResultSet rs) throws SQLException {
        return new Task(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                Instant.ofEpochMilli(rs.getLong(5)));
    }

    private static String key(String room, String code, String subject) {
        return room + "/" + code + "/" + subject;
    }
}
