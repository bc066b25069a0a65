package se.utfall.audit;

import java.security.MessageDigest;
import java.util.Optional;

/** A walk along the chain from its first line; stops at the first line that does not hold. */
final class Walk {
    private final Chain chain;
    private byte[] before;
    private long last;
    private long reached = Long.MIN_VALUE;
    private boolean holds = true;

    Walk(Chain chain) {
        this.chain = chain;
        this.before = chain.beginning();
    }

    void step(Recorded recorded) {
        reached = recorded.line().seq();
        if (!holds) {
            return;
        }
        byte[] expected = chain.next(before, recorded.line());
        holds = recorded.line().seq() == last + 1 && MessageDigest.isEqual(expected, recorded.mac());
        if (holds) {
            last++;
            before = expected;
        }
    }

    boolean holds() {
        return holds;
    }

    /** The number of the line that was looked at last, below all numbers at the start. */
    long reached() {
        return reached;
    }

    /** The verdict, once every line was stepped on. A trail that never began has neither lines nor head. */
    AuditTrail.Verdict end(Optional<Head> head) {
        boolean ends = head.map(h -> chain.holds(h) && h.length() == last && MessageDigest.isEqual(h.lastMac(), before))
                .orElse(last == 0);
        return new AuditTrail.Verdict(last, holds && ends ? 0 : last + 1);
    }
}
