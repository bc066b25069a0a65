package se.utfall.dataset;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: requested, and once built where it lies and the hash of its checksum file.
 *
 * @param state REQUESTED, BUILT, FAILED or, with its order, DISPOSED
 * @param failures how often building it went wrong
 * @param rows persons x registers x periods
 * @param table the cleared table as CSV, null when the order has nothing to make it of
 * @param at when it was requested, or built
 */
public record DatasetView(
        String id,
        String orderId,
        int version,
        String state,
        String requestedBy,
        int failures,
        @Nullable Path folder,
        @Nullable String checksumsSha256,
        @Nullable Long rows,
        @Nullable Long persons,
        @Nullable Path table,
        Instant at) {}
