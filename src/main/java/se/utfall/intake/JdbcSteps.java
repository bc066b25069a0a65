package se.utfall.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Database;

/** The table {@code file_step}: written in the transaction that takes the step. */
final class JdbcSteps {
    private final Database database;
    private final Clock clock;

    JdbcSteps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(Handle handle, String fileId, FileStep.Kind kind, String by, String detail) {
        add(handle, fileId, new FileStep(clock.instant(), kind, by, detail));
    }

    void add(Handle handle, String fileId, FileStep step) {
        handle.createUpdate("INSERT INTO file_step (file_id, step_no, at, kind, actor, detail) VALUES (:id,"
                        + " (SELECT COALESCE(MAX(step_no), 0) + 1 FROM file_step WHERE file_id = :id),"
                        + " :at, :kind, :by, :detail)")
                .bind("id", fileId)
                .bind("at", step.at().toEpochMilli())
                .bind("kind", step.kind().name())
                .bind("by", step.by())
                .bind("detail", step.detail())
                .execute();
    }

    List<FileStep> list(String fileId) {
        return database.inSnapshot(h -> h.createQuery(
                        "SELECT at, kind, actor, detail FROM file_step WHERE file_id = :id ORDER BY step_no")
                .bind("id", fileId)
                .map((rs, c) -> new FileStep(
                        Instant.ofEpochMilli(rs.getLong(1)),
                        FileStep.Kind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4)))
                .list());
    }
}
