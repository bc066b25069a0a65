package se.utfall.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.utfall.store.Database;

/** Reads what the ledger says of files. */
final class JdbcReports {
    private static final String FILES = "SELECT file_id, source, name, type, state, code, content_hash, extracted_at,"
            + " row_count, loaded, replaced, unchanged, superseded, removed, rejected, waiting, trimmed, flagged"
            + " FROM file WHERE state <> 'SEALING'";
    private static final String REJECTS = "SELECT f.file_id, f.code, COUNT(*) FROM finding f WHERE f.kind = 'REJECT'";
    private static final String ORDER = " ORDER BY arrival_no, file_id";
    private static final String WAITING = "SELECT c.source, c.name FROM file_seen c WHERE c.taken = 0"
            + " AND lower(c.name) LIKE '%.csv' AND NOT EXISTS (SELECT 1 FROM file_seen k WHERE k.source = c.source"
            + " AND k.name = c.name || '.klar') ORDER BY c.source, c.name";
    private final Database database;

    JdbcReports(Database database) {
        this.database = database;
    }

    FileReport get(String id) {
        return database.inSnapshot(h -> get(h, id));
    }

    FileReport get(Handle handle, String id) {
        Map<String, Map<String, Integer>> rejects =
                rejects(handle.createQuery(REJECTS + " AND f.file_id = :id GROUP BY f.file_id, f.code")
                        .bind("id", id));
        return handle.createQuery(FILES + " AND file_id = :id")
                .bind("id", id)
                .map((rs, c) -> report(rs, rejects))
                .one();
    }

    /** All files in the order they came, then those that wait for their manifest. */
    List<FileReport> list() {
        return database.inSnapshot(h -> {
            Map<String, Map<String, Integer>> rejects = rejects(h.createQuery(REJECTS + " GROUP BY f.file_id, f.code"));
            List<FileReport> files = h.createQuery(FILES + ORDER)
                    .map((rs, c) -> report(rs, rejects))
                    .list();
            files.addAll(waiting(h));
            return files;
        });
    }

    List<FileReport> listSince(Instant since) {
        return database.inSnapshot(h -> h.createQuery(FILES + " AND received_at >= :since" + ORDER)
                .bind("since", since.toEpochMilli())
                .map((rs, c) -> report(rs, Map.of()))
                .list());
    }

    /** The oldest file with rejected rows whose reject file is not written yet. */
    Optional<FileReport> nextWithRejects() {
        return database.inSnapshot(h -> h.createQuery(FILES
                        + " AND state IN ('LOADED', 'QUARANTINED', 'REJECTED') AND rejected > 0 AND rejects_written = 0"
                        + ORDER + " LIMIT 1")
                .map((rs, c) -> report(rs, Map.of()))
                .findOne());
    }

    /** False when the file has moved on since it was read: its rejects are written again. */
    boolean rejectsWritten(Handle handle, FileReport report) {
        return handle.createUpdate("UPDATE file SET rejects_written = 1 WHERE file_id = :id AND state = :state"
                                + " AND rejected = :rejected AND rejects_written = 0")
                        .bind("id", report.id())
                        .bind("state", report.state().name())
                        .bind("rejected", report.rejected())
                        .execute()
                == 1;
    }

    List<IntakeFinding> findings(String id, String kind) {
        return database.inSnapshot(h -> h.createQuery("SELECT f.name, g.kind, g.line, g.column_name, g.code, g.amount"
                        + " FROM finding g JOIN file f ON f.file_id = g.file_id WHERE g.file_id = :id AND g.kind LIKE :kind"
                        + " ORDER BY g.line, g.column_name, g.code")
                .bind("id", id)
                .bind("kind", kind)
                .map((rs, c) -> IntakeFinding.of(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getInt(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getLong(6)))
                .list());
    }

    private static List<FileReport> waiting(Handle handle) {
        return handle.createQuery(WAITING)
                .map((rs, c) -> waiting(rs.getString(1), rs.getString(2), null))
                .list();
    }

    /** A file that lies at its source without its manifest, or a manifest without its file: nothing is known of it yet. */
    static FileReport waiting(String source, String name, @Nullable String code) {
        return new FileReport(
                "", source, name, "", FileReport.State.WAITING, code, "", null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
    }

    private static Map<String, Map<String, Integer>> rejects(Query query) {
        Map<String, Map<String, Integer>> byFile = new HashMap<>();
        query.map((rs, c) -> byFile.computeIfAbsent(rs.getString(1), f -> new TreeMap<>())
                        .put(rs.getString(2), rs.getInt(3)))
                .list();
        return byFile;
    }

    private static FileReport report(ResultSet rs, Map<String, Map<String, Integer>> rejects) throws SQLException {
        long extractedAt = rs.getLong(8);
        Instant extracted = rs.wasNull() ? null : Instant.ofEpochMilli(extractedAt);
        return new FileReport(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                FileReport.State.valueOf(rs.getString(5)),
                rs.getString(6),
                rs.getString(7),
                extracted,
                rs.getInt(9),
                rs.getInt(10),
                rs.getInt(11),
                rs.getInt(12),
                rs.getInt(13),
                rs.getInt(14),
                rs.getInt(15),
                rs.getInt(16),
                rs.getInt(17),
                rs.getInt(18),
                rejects.getOrDefault(rs.getString(1), Map.of()));
    }
}
