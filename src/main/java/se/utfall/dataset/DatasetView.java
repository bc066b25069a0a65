package se.utfall.dataset;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dataset: requested, and once built where it lies and the hash of its checksum file. */
public record DatasetView(
        String id,
        String orderId,
        int version,
        String state,
        @Nullable Path folder,
        @Nullable String checksumsSha256,
        Instant at) {}
