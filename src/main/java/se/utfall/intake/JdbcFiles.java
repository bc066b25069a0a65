package se.utfall.intake;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.register.FactType;
import se.utfall.store.Database;

/** The table {@code file}: every state a file goes through, moved only within transactions. */
final class JdbcFiles {
    private static final String COLUMNS =
            "file_id, source, name, type, extracted_at, is_full, charset, ten_digits, row_count, done, bad_waived";
    /** In which types are loaded at equal extract times. */
    private static final List<FactType> ORDER = List.of(FactType.values());

    private final Database database;
    private final Clock clock;

    JdbcFiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(Handle handle, StoredFile.Incoming in, String state, @Nullable String code) {
        Manifest manifest = in.manifest();
        handle.createUpdate("INSERT INTO file (file_id, arrival_no, source, name, type, type_order, state, code,"
                        + " content_hash, manifest_hash, extracted_at, is_full, charset, ten_digits, received_at,"
                        + " row_count, done, loaded, replaced, unchanged, superseded, removed, rejected, waiting,"
                        + " trimmed, flagged) VALUES (:id, (SELECT COALESCE(MAX(arrival_no), 0) + 1 FROM file),"
                        + " :source, :name, :type, :typeOrder, :state, :code, :content, :manifest, :extracted, :full,"
                        + " :charset, :ten, :now, :rows, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)")
                .bind("id", in.id())
                .bind("source", in.source())
                .bind("name", in.name())
                .bind(
                        "type",
                        manifest == null
                                ? FileName.typeIn(in.name())
                                : manifest.type().fileType())
                .bind("typeOrder", manifest == null ? 0 : ORDER.indexOf(manifest.type()))
                .bind("state", state)
                .bind("code", code)
                .bind("content", in.contentHash())
                .bind("manifest", in.manifestHash())
                .bind(
                        "extracted",
                        manifest == null ? null : (Long) manifest.extractedAt().toEpochMilli())
                .bind("full", manifest != null && manifest.full() ? 1 : 0)
                .bind("charset", in.profile().charset())
                .bind("ten", in.profile().tenDigitNumbers() ? 1 : 0)
                .bind("now", clock.millis())
                .bind("rows", manifest == null ? 0 : manifest.rows())
                .execute();
    }

    /** Seals that a crash cut short; the archive may hold something under their ids. */
    List<String> unfinishedSeals(String source, String name) {
        return database.inSnapshot(
                h -> h.createQuery("SELECT file_id FROM file WHERE source = :s AND name = :n AND state = 'SEALING'")
                        .bind("s", source)
                        .bind("n", name)
                        .mapTo(String.class)
                        .list());
    }

    void forget(Handle handle, String id) {
        handle.createUpdate("DELETE FROM file WHERE file_id = :id AND state = 'SEALING'")
                .bind("id", id)
                .execute();
    }

    /** The hashes of content and manifest of the file that holds the name, if one was accepted. */
    Optional<Hashes> accepted(String source, String name) {
        return hashes("state IN ('CHECKED', 'LOADED')", source, name).stream().findFirst();
    }

    /** What was set aside under the name before. */
    List<Hashes> setAside(String source, String name) {
        return hashes("state IN ('QUARANTINED', 'REJECTED')", source, name);
    }

    /** Keyed hashes of a file and of what its manifest says; {@code code} is null for an accepted one. */
    record Hashes(String content, String manifest, @Nullable String code) {
        boolean same(StoredFile.Incoming in) {
            return content.equals(in.contentHash()) && manifest.equals(in.manifestHash());
        }

        boolean codeIsOneOf(FileFault... faults) {
            return Arrays.stream(faults).anyMatch(f -> f.name().equals(code));
        }
    }

    private List<Hashes> hashes(String condition, String source, String name) {
        return database.inSnapshot(h -> h.createQuery(
                        "SELECT content_hash, manifest_hash, code FROM file WHERE source = :s AND name = :n AND "
                                + condition)
                .bind("s", source)
                .bind("n", name)
                .map((rs, c) -> new Hashes(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list());
    }

    void move(Handle handle, String id, String from, FileReport.State to, @Nullable String code) {
        int moved = handle.createUpdate(
                        "UPDATE file SET state = :to, code = :code, finished_at = :now, failed_at = NULL"
                                + " WHERE file_id = :id AND state = :from")
                .bind("to", to.name())
                .bind("code", code)
                .bind("now", to == FileReport.State.CHECKED ? null : (Long) clock.millis())
                .bind("id", id)
                .bind("from", from)
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("file " + id + " is no longer " + from);
        }
    }

    /** The file begun first, then by extract time, then by type; one whose loading failed comes last. */
    Optional<StoredFile> nextToLoad() {
        return database.inSnapshot(h -> h.createQuery("SELECT " + COLUMNS + " FROM file WHERE state = 'CHECKED'"
                        + " ORDER BY CASE WHEN failed_at IS NULL THEN 0 ELSE 1 END, failed_at,"
                        + " CASE WHEN done > 0 THEN 0 ELSE 1 END, extracted_at, type_order, name, source LIMIT 1")
                .map((rs, c) -> stored(rs))
                .findOne());
    }

    StoredFile get(String id) {
        return database.inSnapshot(h -> h.createQuery("SELECT " + COLUMNS + " FROM file WHERE file_id = :id")
                .bind("id", id)
                .map((rs, c) -> stored(rs))
                .one());
    }

    private static StoredFile stored(ResultSet rs) throws SQLException {
        return new StoredFile(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                FileName.type(rs.getString(4)).orElseThrow(),
                Instant.ofEpochMilli(rs.getLong(5)),
                rs.getInt(6) == 1,
                Charset.forName(rs.getString(7)),
                rs.getInt(8) == 1,
                rs.getInt(9),
                rs.getInt(10),
                rs.getInt(11) == 1);
    }

    /** Adds what became of the next rows; fails unless {@code done} rows were done before, so that none counts twice. */
    void progress(Handle handle, String id, int done, Tally tally) {
        int moved = handle.createUpdate("UPDATE file SET done = done + :rows, loaded = loaded + :loaded,"
                        + " replaced = replaced + :replaced, unchanged = unchanged + :unchanged,"
                        + " superseded = superseded + :superseded, removed = removed + :removed,"
                        + " rejected = rejected + :rejected, waiting = waiting + :waiting, trimmed = trimmed + :trimmed,"
                        + " flagged = flagged + :flagged WHERE file_id = :id AND state = 'CHECKED' AND done = :done")
                .bindMap(tally.byName())
                .bind("id", id)
                .bind("done", done)
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("file " + id + " was moved by another loader");
        }
    }

    /** CHECKED to LOADED, if every row is accounted for. */
    void close(Handle handle, String id) {
        int balanced = handle.createQuery("SELECT COUNT(*) FROM file WHERE file_id = :id AND done = row_count"
                        + " AND row_count = loaded + replaced + unchanged + superseded + removed + rejected")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        if (balanced != 1) {
            throw new IllegalStateException("the balance of file " + id + " does not close");
        }
        handle.execute("UPDATE file SET rejects_written = 0 WHERE file_id = ?", id);
        move(handle, id, FileReport.State.CHECKED.name(), FileReport.State.LOADED, null);
    }

    /** Rows rejected of a file that is set aside for them. */
    void rejected(Handle handle, String id, int rejected) {
        handle.createUpdate("UPDATE file SET rejected = :r WHERE file_id = :id")
                .bind("r", rejected)
                .bind("id", id)
                .execute();
    }

    void failed(String id) {
        database.useTransaction(h -> h.createUpdate("UPDATE file SET failed_at = :now WHERE file_id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute());
    }

    /** Whether a later {@code full} of the type is loaded. */
    boolean laterFull(FactType type, Instant extractedAt) {
        return database.inSnapshot(h -> h.createQuery("SELECT COUNT(*) FROM file WHERE type = :t AND is_full = 1"
                                + " AND state = 'LOADED' AND extracted_at > :at")
                        .bind("t", type.fileType())
                        .bind("at", extractedAt.toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }
}
