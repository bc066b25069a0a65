package se.utfall.demo.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Which batches are complete: all their records and the end are here. Then its hash is made, and the bytes are let go. */
final class Batches {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READY =
            "SELECT batch_id FROM batch b WHERE content IS NULL AND expected IS NOT NULL AND"
                    + " records = (SELECT COALESCE(SUM(p.records), 0) FROM part p WHERE p.batch_id = b.batch_id)";

    private final Connection connection;

    Batches(Connection connection) {
        this.connection = connection;
    }

    /** Closes every batch that has become complete; returns their ids. */
    List<String> complete() throws SQLException, JsonProcessingException {
        List<String> ready = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(READY);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ready.add(rows.getString(1));
            }
        }
        for (String batchId : ready) {
            close(batchId);
        }
        return ready;
    }

    private void close(String batchId) throws SQLException, JsonProcessingException {
        run(
                "UPDATE batch SET content = ?, summary = ?,"
                        + " distinct_records = (SELECT COUNT(*) FROM seen s WHERE s.batch_id = batch.batch_id)"
                        + " WHERE batch_id = ?",
                content(batchId),
                JSON.writeValueAsString(summary(batchId)),
                batchId);
        run("DELETE FROM part WHERE batch_id = ?", batchId);
        run("DELETE FROM seen WHERE batch_id = ?", batchId);
    }

    /** SHA-256 over the records' Avro binary in {@code batch_seq} order. */
    private String content(String batchId) throws SQLException {
        MessageDigest digest = Store.sha256();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT body FROM part WHERE batch_id = ? ORDER BY seq")) {
            query.setString(1, batchId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    digest.update(rows.getBytes(1));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private ObjectNode summary(String batchId) throws SQLException {
        ObjectNode summary = JSON.createObjectNode();
        try (PreparedStatement query = connection.prepareStatement("SELECT register, observation, COUNT(*) FROM seen"
                + " WHERE batch_id = ? GROUP BY register, observation ORDER BY register, observation")) {
            query.setString(1, batchId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    summary.withObjectProperty(rows.getString(1)).put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return summary;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Store.execute(statement, values);
        }
    }
}
