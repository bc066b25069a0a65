package se.utfall.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.publish.PublishedBatch.Form;

/** The outbox: batches and how far the broker has confirmed them. */
final class JdbcBatches {
    private static final String COLUMNS = "batch_id, delivery_id, order_id, purpose, form, records, next_seq, sha256,"
            + " started_at, done_at, stopped FROM publish_batch";

    /**
     * A batch and the next {@code batch_seq} to send.
     *
     * @param stopped code of what must be solved first
     */
    record Stored(
            PublishedBatch view, long nextSeq, @Nullable String stopped) {}

    /** Finds or makes the delivery's batch of that form; the id is fixed from here on. */
    Stored open(Handle handle, LinkedDelivery delivery, Form form, Instant now) {
        handle.createUpdate("INSERT INTO publish_batch"
                        + " (batch_id, delivery_id, order_id, purpose, form, records, next_seq, started_at)"
                        + " VALUES (:id, :delivery, :order, :purpose, :form, :records, 0, :now)"
                        + " ON CONFLICT (delivery_id, form) DO NOTHING")
                .bind("id", UUID.randomUUID().toString())
                .bind("delivery", delivery.id().value())
                .bind("order", delivery.orderId())
                .bind("purpose", delivery.purpose())
                .bind("form", form.name())
                .bind("records", delivery.records())
                .bind("now", now.toEpochMilli())
                .execute();
        return handle.createQuery("SELECT " + COLUMNS + " WHERE delivery_id = :delivery AND form = :form")
                .bind("delivery", delivery.id().value())
                .bind("form", form.name())
                .map((rs, c) -> stored(rs))
                .one();
    }

    /** Deliveries and forms that need no more sending now: done or stopped. */
    Set<String> settled(Handle handle) {
        return new HashSet<>(handle.createQuery("SELECT delivery_id, form FROM publish_batch"
                        + " WHERE done_at IS NOT NULL OR stopped IS NOT NULL")
                .map((rs, c) -> key(rs.getString(1), Form.valueOf(rs.getString(2))))
                .list());
    }

    static String key(String deliveryId, Form form) {
        return deliveryId + "/" + form;
    }

    /** False when its order was disposed of meanwhile. */
    boolean advance(Handle handle, String batchId, long nextSeq) {
        return handle.createUpdate("UPDATE publish_batch SET next_seq = :seq WHERE batch_id = :id AND stopped IS NULL")
                        .bind("seq", nextSeq)
                        .bind("id", batchId)
                        .execute()
                == 1;
    }

    /** False when its order was disposed of meanwhile. */
    boolean finish(Handle handle, PublishedBatch batch, String sha256, Instant now) {
        return handle.createUpdate("UPDATE publish_batch SET next_seq = records + 2, sha256 = :sha, done_at = :now"
                                + " WHERE batch_id = :id AND stopped IS NULL")
                        .bind("sha", sha256)
                        .bind("now", now.toEpochMilli())
                        .bind("id", batch.batchId())
                        .execute()
                == 1;
    }

    void stop(Handle handle, String batchId, String code) {
        handle.createUpdate("UPDATE publish_batch SET stopped = :code WHERE batch_id = :id AND stopped IS NULL")
                .bind("code", code)
                .bind("id", batchId)
                .execute();
    }

    void dispose(Handle handle, String order) {
        handle.execute("UPDATE publish_batch SET stopped = 'DISPOSED' WHERE order_id = ?", order);
    }

    void startOver(Handle handle) {
        handle.execute("UPDATE publish_batch SET next_seq = 0, done_at = NULL WHERE stopped IS NULL");
    }

    /** Lets everything that was stopped be tried again. */
    void release(Handle handle) {
        handle.execute("UPDATE publish_batch SET stopped = NULL WHERE stopped IS NOT NULL AND stopped <> 'DISPOSED'");
    }

    Stored get(Handle handle, String batchId) {
        return handle.createQuery("SELECT " + COLUMNS + " WHERE batch_id = :id")
                .bind("id", batchId)
                .map((rs, c) -> stored(rs))
                .one();
    }

    List<PublishedBatch> list(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " ORDER BY started_at, batch_id")
                .map((rs, c) -> stored(rs).view())
                .list();
    }

    private static Stored stored(ResultSet rs) throws SQLException {
        long records = rs.getLong("records");
        long nextSeq = rs.getLong("next_seq");
        long doneAt = rs.getLong("done_at");
        PublishedBatch view = new PublishedBatch(
                rs.getString("batch_id"),
                rs.getString("delivery_id"),
                rs.getString("order_id"),
                rs.getString("purpose"),
                Form.valueOf(rs.getString("form")),
                records,
                Math.max(0, Math.min(records, nextSeq - 1)),
                rs.getString("sha256"),
                Instant.ofEpochMilli(rs.getLong("started_at")),
                doneAt == 0 ? null : Instant.ofEpochMilli(doneAt));
        return new Stored(view, nextSeq, rs.getString("stopped"));
    }
}
