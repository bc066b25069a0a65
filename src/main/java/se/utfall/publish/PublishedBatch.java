package se.utfall.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of a delivery.
 *
 * @param position records committed to the broker so far
 * @param sha256 over the records' Avro binary in order, set when done
 */
public record PublishedBatch(
        String batchId,
        String deliveryId,
        String orderId,
        String purpose,
        long records,
        long position,
        @Nullable String sha256,
        @Nullable Instant doneAt) {}
