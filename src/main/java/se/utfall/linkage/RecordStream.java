package se.utfall.linkage;

import org.jspecify.annotations.Nullable;

/** Records in {@code batch_seq} order, the same each time. */
public interface RecordStream extends AutoCloseable {
    /** The next record, null at the end. */
    @Nullable LinkedRecord next();

    /** Skips that many records. */
    void skip(long records);

    @Override
    void close();
}
