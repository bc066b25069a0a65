package se.utfall.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the table {@code finding}; the same fault of a row is one line, counts of a file add up. */
final class JdbcFindings {
    void add(Handle handle, String fileId, List<Noted> all) {
        insert(
                handle,
                fileId,
                all.stream().filter(n -> n.kind() != Noted.Kind.NOTE).toList(),
                "DO NOTHING");
        insert(
                handle,
                fileId,
                all.stream().filter(n -> n.kind() == Noted.Kind.NOTE).toList(),
                "DO UPDATE SET amount = finding.amount + excluded.amount");
    }

    /** What was said of a file when it was set aside: loading it finds out anew. */
    void forgetSetAside(Handle handle, String fileId) {
        handle.createUpdate("DELETE FROM finding WHERE file_id = :id AND kind IN ('FILE', 'REJECT')")
                .bind("id", fileId)
                .execute();
    }

    void forget(Handle handle, String fileId, FlagCode note) {
        handle.createUpdate("DELETE FROM finding WHERE file_id = :id AND kind = 'NOTE' AND code = :code")
                .bind("id", fileId)
                .bind("code", note.name())
                .execute();
    }

    private static void insert(Handle handle, String fileId, List<Noted> noted, String otherwise) {
        if (noted.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO finding (file_id, kind, line, column_name, code, amount)"
                + " VALUES (:file, :kind, :line, :column, :code, :amount)"
                + " ON CONFLICT (file_id, kind, line, column_name, code) " + otherwise);
        for (Noted one : noted) {
            batch.bind("file", fileId)
                    .bind("kind", one.kind().name())
                    .bind("line", one.line())
                    .bind("column", one.column())
                    .bind("code", one.code())
                    .bind("amount", one.amount())
                    .add();
        }
        batch.execute();
    }
}
