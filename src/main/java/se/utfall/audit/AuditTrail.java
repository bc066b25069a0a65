package se.utfall.audit;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Database;

/**
 * Append-only, chained by HMAC-SHA-256 under the hub's audit key: each line's MAC covers the one before. The head, itself under a MAC, holds
 * how many lines there are and the last one's MAC, so that a cut end shows. A database put back whole to an earlier day is not seen here: note
 * the number of lines elsewhere.
 */
public final class AuditTrail {
    private static final int PAGE = 1_000;
    private final Database database;
    private final Clock clock;
    private final Chain chain;

    /** @param key 32 bytes, for nothing else than this trail */
    public AuditTrail(Database database, Clock clock, byte[] key) {
        this.database = database;
        this.clock = clock;
        this.chain = new Chain(key);
    }

    /**
     * Appends within the caller's transaction, so that the act and its trace stand or fall together. Throws {@link IllegalStateException} when
     * the chain's head was altered: appending would hide it.
     */
    public void record(Handle handle, AuditEvent event) {
        Head head = JdbcAudit.takeHead(handle).orElseGet(() -> firstHead(handle));
        if (!chain.holds(head)) {
            throw new IllegalStateException(
                    "the audit trail's head was altered; nothing is done until people have looked");
        }
        Line line = Line.of(head.length() + 1, clock.millis(), event);
        byte[] mac = chain.next(head.lastMac(), line);
        JdbcAudit.insert(handle, line, mac);
        JdbcAudit.move(handle, chain.head(line.seq(), mac));
    }

    public void record(AuditEvent event) {
        database.useTransaction(handle -> record(handle, event));
    }

    /** Walks the whole chain in one snapshot, a page at a time, so that memory is constant and nobody waits. */
    public Verdict verify() {
        return database.inSnapshot(handle -> {
            Walk walk = new Walk(chain);
            List<Recorded> page;
            do {
                page = JdbcAudit.page(handle, walk.reached(), PAGE);
                page.forEach(walk::step);
            } while (walk.holds() && !page.isEmpty());
            return walk.end(JdbcAudit.findHead(handle));
        });
    }

    /** Lines before that number, the latest first; whether they are whole only {@link #verify} says. */
    public List<TrailLine> linesBefore(long seq, int most) {
        return database.inSnapshot(handle -> JdbcAudit.before(handle, seq, most));
    }

    private Head firstHead(Handle handle) {
        JdbcAudit.insertHead(handle, chain.head(0, chain.beginning()));
        return JdbcAudit.takeHead(handle).orElseThrow();
    }

    /**
     * The chain's state.
     *
     * @param lines how many lines hold, from the first
     * @param brokenAt the first line that does not hold, one past the last when only the end is wrong, 0 when all holds
     */
    public record Verdict(long lines, long brokenAt) {
        public boolean whole() {
            return brokenAt == 0;
        }
    }
}
