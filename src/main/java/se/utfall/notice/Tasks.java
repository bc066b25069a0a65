package se.utfall.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Database;

/** The list of what needs a person. */
public final class Tasks {
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
        return database.inTransaction(handle -> handle.createQuery(
                        "SELECT task_key, room, code, subject, raised_at FROM task ORDER BY raised_at, task_key")
                .map((rs, c) -> new Task(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        Instant.ofEpochMilli(rs.getLong(5))))
                .list());
    }

    private static String key(String room, String code, String subject) {
        return room + "/" + code + "/" + subject;
    }
}
