package se.utfall.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every version that was told of changes of some old numbers. Rejected ones stay to be recognised, but never count. */
final class ChangeHistory {
    private static final String FIND = "SELECT old_id, changed_at, new_id, extracted_at, line, reason, changed_on, ring"
            + " FROM number_change WHERE old_id IN (<in>)";
    private static final String UPSERT =
            "INSERT INTO number_change (old_id, changed_at, new_id, extracted_at, line, reason,"
                    + " changed_on, ring) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (old_id, changed_at, new_id) DO UPDATE SET"
                    + " extracted_at = excluded.extracted_at, line = excluded.line, reason = excluded.reason,"
                    + " changed_on = excluded.changed_on, ring = excluded.ring";
    private static final Comparator<Change> AGE = Comparator.comparingLong(Change::changedAt)
            .thenComparingLong(Change::extractedAt)
            .thenComparingInt(Change::line);
    private final Map<Integer, Map<Place, Change>> byOld = new HashMap<>();
    private final Map<Moment, Set<Integer>> toldAt = new HashMap<>();
    private final Map<Place, Change> written = new LinkedHashMap<>();

    /** Where a version stands: the same change told again takes the same place. */
    private record Place(int old, long changedAt, int next) {}

    private record Moment(int old, long changedAt) {}

    /**
     * One version.
     *
     * @param next the new number, 0 when the change was taken back
     * @param ring whether it would have closed a ring
     */
    record Change(
            int old,
            long changedAt,
            int next,
            long extractedAt,
            int line,
            @Nullable String reason,
            @Nullable Integer day,
            boolean ring) {

        static Change of(Fact.NumberChange fact, int old, int next) {
            LocalDate date = fact.date();
            return new Change(
                    old,
                    Version.nanos(fact.stamp().changedAt()),
                    next,
                    Version.nanos(fact.stamp().extractedAt()),
                    fact.stamp().line(),
                    fact.reason(),
                    FactTables.day(date),
                    false);
        }

        boolean later(Change other) {
            return AGE.compare(this, other) > 0;
        }

        boolean says(Change other) {
            return changedAt == other.changedAt
                    && next == other.next
                    && Objects.equals(reason, other.reason)
                    && Objects.equals(day, other.day);
        }

        private Change asRing(boolean closes) {
            return new Change(old, changedAt, next, extractedAt, line, reason, day, closes);
        }

        private Place place() {
            return new Place(old, changedAt, next);
        }

        private Moment moment() {
            return new Moment(old, changedAt);
        }
    }

    static ChangeHistory of(Handle handle, Collection<Integer> olds) {
        ChangeHistory history = new ChangeHistory();
        Sql.each(
                handle,
                FIND,
                olds,
                row -> history.put(new Change(
                        row.getInt(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getString(6),
                        Sql.whole(row, 7),
                        row.getInt(8) == 1)));
        return history;
    }

    private void put(Change change) {
        announce(change);
        byOld.computeIfAbsent(change.old(), o -> new HashMap<>()).put(change.place(), change);
    }

    /** Says that a version is coming, before any of its batch is judged: of a fork neither counts, whichever comes first. */
    void announce(Change change) {
        if (change.next() != 0) {
            toldAt.computeIfAbsent(change.moment(), m -> new HashSet<>()).add(change.next());
        }
    }

    /** Takes a version in; of one told before only the later telling stays. */
    void add(Change change) {
        Change known = versions(change.old()).get(change.place());
        if (known == null || change.later(known)) {
            keep(known == null ? change : change.asRing(known.ring()));
        }
    }

    /** Notes whether a version taken in would close a ring. */
    void ring(Change change, boolean closes) {
        Change known = versions(change.old()).get(change.place());
        if (known != null && known.ring() != closes) {
            keep(known.asRing(closes));
        }
    }

    private void keep(Change change) {
        written.put(change.place(), change);
        put(change);
    }

    /** Whether another new number was told with the same time of change: neither counts (contract 1). */
    boolean forks(Change change) {
        return change.next() != 0
                && toldAt.getOrDefault(change.moment(), Set.of()).size() > 1;
    }

    /** Whether the latest that was told of the number is a fork, so that nobody knows its successor. */
    boolean endsInFork(int old) {
        return versions(old).values().stream().max(AGE).filter(this::forks).isPresent();
    }

    /** The version that counts. */
    Optional<Change> counting(int old) {
        return candidates(old).stream().findFirst();
    }

    /** Versions that may count, the latest first. */
    List<Change> candidates(int old) {
        return versions(old).values().stream()
                .filter(c -> !c.ring() && !forks(c))
                .sorted(AGE.reversed())
                .toList();
    }

    /** Every number that some version names. */
    Set<Integer> numbers() {
        Set<Integer> numbers = new HashSet<>(byOld.keySet());
        byOld.values().forEach(v -> v.values().forEach(c -> numbers.add(c.next())));
        numbers.remove(0);
        return numbers;
    }

    private Map<Place, Change> versions(int old) {
        return byOld.getOrDefault(old, Map.of());
    }

    void write(Handle handle) {
        Sql.batch(
                handle,
                UPSERT,
                written.values(),
                (statement, c) -> Sql.set(
                        statement,
                        1,
                        c.old(),
                        c.changedAt(),
                        c.next(),
                        c.extractedAt(),
                        c.line(),
                        c.reason(),
                        c.day(),
                        c.ring() ? 1 : 0));
    }
}
