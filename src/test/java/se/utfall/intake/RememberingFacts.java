package se.utfall.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.register.Fact;
import se.utfall.register.FactType;
import se.utfall.register.Register.AbsentKeys;
import se.utfall.register.Register.Applied;
import se.utfall.register.Register.RowFlag;
import se.utfall.register.Register.RowRefusal;

/** A small register: keeps keys and times in a table of the same database, so that it stands or falls with the caller's transaction; can be told to fail. */
final class RememberingFacts implements Facts {
    private int failAfter = Integer.MAX_VALUE;
    private boolean failLate;
    private final List<Integer> batches = new ArrayList<>();

    /** From now on the call number {@code calls + 1} throws, before or after it wrote. */
    void failAfter(int calls, boolean late) {
        failAfter = calls;
        failLate = late;
    }

    /** Sizes of the batches applied. */
    List<Integer> batches() {
        return batches;
    }

    @Override
    public Applied apply(Handle handle, List<? extends Fact> facts) {
        boolean fails = failAfter-- <= 0;
        if (fails && !failLate) {
            throw new IllegalStateException("told to fail");
        }
        create(handle);
        int[] counts = new int[5];
        List<RowRefusal> refused = new ArrayList<>();
        List<RowFlag> flagged = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.key().endsWith("-ring")) {
                refused.add(new RowRefusal(fact.stamp().line(), "", "SPARRAD_I_TEST"));
            } else {
                counts[put(handle, fact)]++;
            }
        }
        if (fails) {
            throw new IllegalStateException("told to fail");
        }
        batches.add(facts.size());
        return new Applied(counts[0], counts[1], counts[2], counts[3], counts[4], 0, refused, flagged);
    }

    private static int put(Handle handle, Fact fact) {
        long changed = fact.stamp().changedAt().toEpochMilli();
        Long before = handle.createQuery("SELECT changed_at FROM test_fact WHERE type = :t AND fact_key = :k")
                .bind("t", fact.getClass().getSimpleName())
                .bind("k", fact.key())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (before != null && before >= changed) {
            return before == changed ? 2 : 3;
        }
        handle.createUpdate("INSERT INTO test_fact (type, fact_key, changed_at, removed) VALUES (:t, :k, :c, :r)"
                        + " ON CONFLICT (type, fact_key) DO UPDATE SET changed_at = excluded.changed_at,"
                        + " removed = excluded.removed")
                .bind("t", fact.getClass().getSimpleName())
                .bind("k", fact.key())
                .bind("c", changed)
                .bind("r", fact.stamp().removed() ? 1 : 0)
                .execute();
        return fact.stamp().removed() ? 4 : before == null ? 0 : 1;
    }

    /** Keys that count now. */
    List<String> current(Handle handle) {
        create(handle);
        return handle.createQuery("SELECT fact_key FROM test_fact WHERE removed = 0 ORDER BY fact_key")
                .mapTo(String.class)
                .list();
    }

    private static void create(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS test_fact (type TEXT, fact_key TEXT, changed_at BIGINT,"
                + " removed INTEGER, PRIMARY KEY (type, fact_key))");
    }

    private List<String> absentKeys(Handle handle, Instant extractedAt, Set<String> named) {
        return handle
                .createQuery("SELECT fact_key FROM test_fact WHERE removed = 0 AND changed_at < :at")
                .bind("at", extractedAt.toEpochMilli())
                .mapTo(String.class)
                .list()
                .stream()
                .filter(k -> !named.contains(k))
                .toList();
    }

    @Override
    public AbsentKeys absent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        return new AbsentKeys(
                absentKeys(handle, extractedAt, named).size(), current(handle).size());
    }

    @Override
    public int removeAbsent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        List<String> gone = absentKeys(handle, extractedAt, named);
        gone.forEach(k -> handle.createUpdate("UPDATE test_fact SET removed = 1 WHERE fact_key = :k")
                .bind("k", k)
                .execute());
        return gone.size();
    }
}
