package se.utfall.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of a delivery.
 *
 * @param form one record per message, or blocks
 * @param position records committed to the broker so far
 * @param sha256 over the records' Avro binary in order, set when done
 */
public record PublishedBatch(
        String batchId,
        String deliveryId,
        String orderId,
        String purpose,
        Form form,
        long records,
        long position,
        @Nullable String sha256,
        Instant startedAt,
        @Nullable Instant doneAt) {

    /** What a message carries. */
    public enum Form {
        RECORD,
        BLOCK;

        /** As it stands in {@code batch.start} and {@code batch.end}. */
        public String word() {
            return this == RECORD ? "record" : "block";
        }
    }
}
