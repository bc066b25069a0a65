package se.utfall.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.register.Fact;

/**
 * What a row turned out to be: a fact, or faults.
 *
 * @param fact null when there are faults
 * @param key as {@link Fact#key}; null when it cannot be read; also set for rejected rows
 * @param localCodes local codes used, to be compared with those known
 * @param unknownReasons open-code columns whose code is not among the known
 * @param blocked columns whose code was emptied
 */
record RowOutcome(
        int line,
        @Nullable Fact fact,
        List<Fault> faults,
        @Nullable String key,
        int trimmed,
        List<LocalCode> localCodes,
        Set<String> unknownReasons,
        Set<String> blocked) {
    /** One fault. */
    record Fault(String column, RowCode code) {}

    /** A local code in a column. */
    record LocalCode(String column, String code) {}

    boolean rejected() {
        return fact == null;
    }

    /** Whether the row counts towards the share of bad rows. */
    boolean bad() {
        return rejected() && !faults.stream().allMatch(f -> f.code().unlinkable());
    }
}
