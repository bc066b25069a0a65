package se.utfall.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case-system file as the hub knows it. The balance: {@code rows = loaded + replaced + unchanged + superseded + removed + rejected}; {@code waiting}
 * and {@code flagged} rows are parts of those; {@code trimmed} counts values.
 *
 * @param hash keyed (the plain hash of a small person file can be guessed)
 * @param rejectsByCode code to count
 */
public record FileReport(
        String id,
        String source,
        String name,
        String type,
        State state,
        @Nullable String code,
        String hash,
        @Nullable Instant extractedAt,
        int rows,
        int loaded,
        int replaced,
        int unchanged,
        int superseded,
        int removed,
        int rejected,
        int waiting,
        int trimmed,
        int flagged,
        Map<String, Integer> rejectsByCode) {

    /** Where the file stands. */
    public enum State {
        WAITING,
        CHECKED,
        LOADED,
        QUARANTINED,
        /** Set aside, and left so by a person. */
        REJECTED,
        UNCHANGED
    }

    public boolean balanced() {
        return state != State.LOADED || rows == loaded + replaced + unchanged + superseded + removed + rejected;
    }

    public boolean loadedNow() {
        return state == State.LOADED;
    }
}
