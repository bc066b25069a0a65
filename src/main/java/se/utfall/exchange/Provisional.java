package se.utfall.exchange;

import org.jdbi.v3.core.Handle;

/** What a reader made of a package that is not yet verified. Exactly one of the two is called. */
public interface Provisional {
    /** Everything held: make it count, in exchange's transaction. */
    void commit(Handle handle);

    /** Something did not hold: leave nothing behind. */
    void destroy();
}
