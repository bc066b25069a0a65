package se.utfall.demo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's database: the newest version of every record, and of each open batch the bytes by {@code batch_seq}, so that its hash can be made in order
 * whatever came first. One transaction per received bunch; a message seen before changes nothing but a count.
 */
final class Store implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS record (record_id TEXT PRIMARY KEY, version INTEGER NOT NULL,"
                    + " operation TEXT NOT NULL, register TEXT NOT NULL, observation TEXT NOT NULL,"
                    + " digest BLOB NOT NULL) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS part (batch_id TEXT NOT NULL, seq INTEGER NOT NULL, records INTEGER NOT NULL,"
                    + " body BLOB NOT NULL, PRIMARY KEY (batch_id, seq)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS seen (batch_id TEXT NOT NULL, record_id TEXT NOT NULL, register TEXT NOT NULL,"
                    + " observation TEXT NOT NULL, PRIMARY KEY (batch_id, record_id)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS batch (batch_id TEXT PRIMARY KEY, delivery_id TEXT, form TEXT,"
                    + " records INTEGER, expected TEXT, content TEXT, distinct_records INTEGER NOT NULL DEFAULT 0,"
                    + " duplicates INTEGER NOT NULL DEFAULT 0, stale INTEGER NOT NULL DEFAULT 0,"
                    + " conflicts INTEGER NOT NULL DEFAULT 0, summary TEXT)");

    private final Connection connection;
    private final PreparedStatement newPart;
    private final PreparedStatement seen;
    private final PreparedStatement known;
    private final PreparedStatement apply;

    Store(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("consumer.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
        newPart = connection.prepareStatement("INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?)");
        seen = connection.prepareStatement("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)");
        known = connection.prepareStatement("SELECT version, digest FROM record WHERE record_id = ?");
        apply = connection.prepareStatement("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)");
    }

    /** Takes a message's records; what this batch already held at {@code seq} counts as duplicates. */
    void take(String batchId, long seq, List<Decoded> records) throws SQLException {
        run("INSERT OR IGNORE INTO batch (batch_id) VALUES (?)", batchId);
        if (isComplete(batchId) || !insertPart(batchId, seq, records)) {
            run("UPDATE batch SET duplicates = duplicates + ? WHERE batch_id = ?", records.size(), batchId);
            return;
        }
        for (Decoded one : records) {
            execute(seen, batchId, one.recordId(), one.register(), one.observation());
            applyVersion(batchId, one);
        }
    }

    /** {@code batch.start} and {@code batch.end}, in any order and as often as they come. */
    void frame(JsonNode json) throws SQLException {
        String batchId = json.required("batchId").asText();
        run("INSERT OR IGNORE INTO batch (batch_id) VALUES (?)", batchId);
        run(
                "UPDATE batch SET delivery_id = ?, form = ?, records = ?, expected = COALESCE(?, expected)"
                        + " WHERE batch_id = ?",
                json.required("deliveryId").asText(),
                json.required("form").asText(),
                json.required("records").asLong(),
                json.hasNonNull("sha256") ? json.get("sha256").asText() : null,
                batchId);
    }

    /** Another version than the one held: the higher wins. The same version must be the same bytes. */
    private void applyVersion(String batchId, Decoded one) throws SQLException {
        byte[] digest = sha256().digest(one.binary());
        known.setString(1, one.recordId());
        try (ResultSet row = known.executeQuery()) {
            if (row.next() && one.version() <= row.getInt(1)) {
                boolean same = one.version() == row.getInt(1);
                if (!same) {
                    run("UPDATE batch SET stale = stale + 1 WHERE batch_id = ?", batchId);
                } else if (!Arrays.equals(digest, row.getBytes(2))) {
                    run("UPDATE batch SET conflicts = conflicts + 1 WHERE batch_id = ?", batchId);
                }
                return;
            }
        }
        execute(apply, one.recordId(), one.version(), one.operation(), one.register(), one.observation(), digest);
    }

    private boolean insertPart(String batchId, long seq, List<Decoded> records) throws SQLException {
        int length = records.stream().mapToInt(r -> r.binary().length).sum();
        byte[] body = new byte[length];
        int at = 0;
        for (Decoded one : records) {
            System.arraycopy(one.binary(), 0, body, at, one.binary().length);
            at += one.binary().length;
        }
        return execute(newPart, batchId, seq, records.size(), body) == 1;
    }

    private boolean isComplete(String batchId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM batch WHERE batch_id = ? AND content IS NOT NULL")) {
            query.setString(1, batchId);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            execute(statement, values);
        }
    }

    static int execute(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
