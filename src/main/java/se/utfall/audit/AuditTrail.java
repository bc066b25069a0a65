package se.utfall.audit;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Database;

/** Append-only, chained by HMAC-SHA-256 under the hub's audit key: each line's MAC covers the one before. */
public final class AuditTrail {
    private final Database database;
    private final Clock clock;
    private final byte[] key;

    public AuditTrail(Database database, Clock clock, byte[] key) {
        this.database = database;
        this.clock = clock;
        this.key = key.clone();
    }

    /** Appends within the caller's transaction, so that the act and its trace stand or fall together. */
    public void record(Handle handle, AuditEvent event) {
        throw new UnsupportedOperationException();
    }

    public void record(AuditEvent event) {
        database.useTransaction(handle -> record(handle, event));
    }

    /** Walks the whole chain. */
    public Verdict verify() {
        throw new UnsupportedOperationException();
    }

    /** The chain's state: {@code brokenAt} is the first line that does not hold, 0 when all do. */
    public record Verdict(long lines, long brokenAt) {
        public boolean whole() {
            return brokenAt == 0;
        }
    }
}
