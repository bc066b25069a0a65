package se.utfall.register;

import org.jspecify.annotations.Nullable;

/** One key's row: as it is stored, and as the batch at hand leaves it. */
final class FactRow<F extends Fact> {
    private final String key;
    private final boolean storedCurrent;
    private final boolean storedRemoved;
    private final int storedNumber;
    private final @Nullable String storedReference;
    private final long storedAt;
    private @Nullable Version version;
    private @Nullable F fact;
    private boolean changed;
    private boolean renewed;
    private int number;

    private FactRow(
            String key, @Nullable Version stored, int storedNumber, @Nullable String storedReference, long storedAt) {
        this.key = key;
        this.version = stored;
        this.storedCurrent = stored != null && !stored.removed();
        this.storedRemoved = stored != null && stored.removed();
        this.storedNumber = storedNumber;
        this.number = storedNumber;
        this.storedReference = storedReference;
        this.storedAt = storedAt;
    }

    static <F extends Fact> FactRow<F> unknown(String key) {
        return new FactRow<>(key, null, 0, null, 0);
    }

    /** @param number 0 where the row has none */
    static <F extends Fact> FactRow<F> stored(
            String key, Version version, int number, @Nullable String reference, long loadedAt) {
        return new FactRow<>(key, version, number, reference, loadedAt);
    }

    /** Latest wins; an identical row counts as unchanged, but its later times hold against versions still to come. */
    Fate take(Version told, F of) {
        Version known = version;
        if (known == null) {
            become(told, of);
            return told.removed() ? Fate.REMOVED : Fate.LOADED;
        }
        if (told.says(known)) {
            if (told.later(known)) {
                version = told;
                renewed = true;
            }
            return Fate.UNCHANGED;
        }
        if (!told.later(known)) {
            return Fate.SUPERSEDED;
        }
        become(told, of);
        if (told.removed()) {
            return Fate.REMOVED;
        }
        return known.removed() ? Fate.LOADED : Fate.REPLACED;
    }

    private void become(Version told, F of) {
        version = told;
        fact = told.removed() ? null : of;
        changed = true;
    }

    String key() {
        return key;
    }

    Version version() {
        if (version == null) {
            throw new IllegalStateException("a row of which nothing was told");
        }
        return version;
    }

    boolean removed() {
        return version != null && version.removed();
    }

    /** The batch's row that counts now; null when it is one stored before, or takes the key away. */
    @Nullable F fact() {
        return fact;
    }

    /** Whether the batch made another version count. */
    boolean changed() {
        return changed;
    }

    /** Whether only the times of the version that counts became later. */
    boolean renewed() {
        return renewed && !changed;
    }

    /** Whether the key was current before the batch. */
    boolean storedCurrent() {
        return storedCurrent;
    }

    /** Whether the key was known to be taken away before the batch. */
    boolean storedRemoved() {
        return storedRemoved;
    }

    int storedNumber() {
        return storedNumber;
    }

    /** The id of the row's number; 0 where it has none. A removed row keeps its last. */
    int number() {
        return number;
    }

    void number(int id) {
        number = id;
    }

    /** When the row's reference was first seen. */
    long loadedAt(@Nullable String reference, long now) {
        boolean same = storedCurrent && reference != null && reference.equals(storedReference);
        return same ? storedAt : now;
    }
}
