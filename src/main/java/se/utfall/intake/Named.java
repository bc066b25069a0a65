package se.utfall.intake;

import java.util.HashSet;
import java.util.Set;

/** The keys that the rows of a {@code full} file name, loaded or rejected; whether some row's key could not be read. */
final class Named {
    private final Set<String> keys = new HashSet<>();
    private boolean unreadable;

    void note(RowOutcome row) {
        if (row.key() == null) {
            unreadable = true;
        } else {
            keys.add(row.key());
        }
    }

    Set<String> keys() {
        return keys;
    }

    boolean unreadable() {
        return unreadable;
    }
}
