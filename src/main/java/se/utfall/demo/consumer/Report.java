package se.utfall.demo.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** What the database says now: every batch with counts, hash and whether it equals {@code batch.end}'s. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private Report(ObjectNode json) {
        this.json = json;
    }

    static Report of(Connection connection) throws SQLException, JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode batches = json.putArray("batches");
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT * FROM batch ORDER BY delivery_id, batch_id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                batches.add(batch(row));
            }
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM record");
                ResultSet row = query.executeQuery()) {
            json.put("records", row.next() ? row.getLong(1) : 0);
        }
        return new Report(json);
    }

    private static ObjectNode batch(ResultSet row) throws SQLException, JsonProcessingException {
        String content = row.getString("content");
        ObjectNode batch = JSON.createObjectNode()
                .put("batchId", row.getString("batch_id"))
                .put("deliveryId", row.getString("delivery_id"))
                .put("form", row.getString("form"))
                .put("complete", content != null)
                .put("records", row.getLong("records"))
                .put("distinctRecords", row.getLong("distinct_records"))
                .put("duplicates", row.getLong("duplicates"))
                .put("stale", row.getLong("stale"))
                .put("conflicts", row.getLong("conflicts"))
                .put("sha256", content)
                .put("expectedSha256", row.getString("expected"))
                .put("equal", content != null && content.equals(row.getString("expected")));
        String summary = row.getString("summary");
        batch.set("byRegister", summary == null ? JSON.createObjectNode() : JSON.readTree(summary));
        return batch;
    }

    int completeBatches() {
        int complete = 0;
        for (JsonNode batch : json.get("batches")) {
            complete += batch.get("complete").asBoolean() ? 1 : 0;
        }
        return complete;
    }

    boolean allComplete() {
        return completeBatches() == json.get("batches").size();
    }

    Set<String> completeDeliveries() {
        Set<String> complete = new HashSet<>();
        for (JsonNode batch : json.get("batches")) {
            if (batch.get("complete").asBoolean()) {
                complete.add(batch.get("deliveryId").asText());
            }
        }
        return complete;
    }

    /** Every complete batch holds what the hub says it sent. */
    boolean sound() {
        for (JsonNode batch : json.get("batches")) {
            boolean wrong =
                    !batch.get("equal").asBoolean() || batch.get("conflicts").asLong() > 0;
            if (batch.get("complete").asBoolean() && wrong) {
                return false;
            }
        }
        return true;
    }

    String line() {
        return json.toString();
    }

    String words() {
        StringBuilder text = new StringBuilder();
        for (JsonNode b : json.get("batches")) {
            text.append(b.get("deliveryId").asText())
                    .append(" batch ")
                    .append(b.get("batchId").asText())
                    .append(b.get("complete").asBoolean() ? "" : " INCOMPLETE")
                    .append(": records ")
                    .append(b.get("records"))
                    .append(", distinct ")
                    .append(b.get("distinctRecords"))
                    .append(", duplicates ignored ")
                    .append(b.get("duplicates"))
                    .append("\n  ")
                    .append(b.get("byRegister"))
                    .append("\n  content ")
                    .append(b.get("sha256").asText())
                    .append(b.get("equal").asBoolean() ? " equals the hub's\n" : " DIFFERS from the hub's\n");
        }
        return text.append("records held: ").append(json.get("records")).toString();
    }
}
