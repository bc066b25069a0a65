package se.utfall.intake;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.intake.RowOutcome.LocalCode;
import se.utfall.store.Database;

/** The local codes met so far, by column: a new one is loaded and reported (contract 1). */
final class LocalCodes {
    private final Set<LocalCode> known;

    private LocalCodes(Set<LocalCode> known) {
        this.known = known;
    }

    static LocalCodes load(Database database) {
        return new LocalCodes(new HashSet<>(database.inSnapshot(
                h -> h.createQuery("SELECT column_name, code FROM local_code")
                        .map((rs, c) -> new LocalCode(rs.getString(1), rs.getString(2)))
                        .list())));
    }

    /** Flags the batch's rows that bring a new code. What is remembered here counts only if the transaction holds: a failed one ends the loading. */
    void note(Handle handle, String fileId, Batch batch) {
        for (RowOutcome row : batch.withLocalCodes()) {
            for (LocalCode code : row.localCodes()) {
                if (known.add(code) && insert(handle, fileId, code)) {
                    batch.flag(row.line(), code.column(), FlagCode.NY_LOKAL_KOD);
                }
            }
        }
    }

    private static boolean insert(Handle handle, String fileId, LocalCode code) {
        return handle.createUpdate("INSERT INTO local_code (column_name, code, file_id) VALUES (:column, :code, :file)"
                                + " ON CONFLICT (column_name, code) DO NOTHING")
                        .bind("column", code.column())
                        .bind("code", code.code())
                        .bind("file", fileId)
                        .execute()
                > 0;
    }
}
