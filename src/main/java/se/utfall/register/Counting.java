package se.utfall.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts for reports: no number, no key. */
final class Counting {
    private static final List<FactTable<?>> REFERRING = List.of(FactTables.EXIT, FactTables.MEASURE, FactTables.RATING);

    private static final String NOW = "current_id = person_id";
    private static final String PERSONS = persons(
            NOW,
            "current_id <> person_id",
            NOW + " AND protected = 1",
            NOW + " AND annulled = 1",
            NOW + " AND deceased_on IS NOT NULL",
            NOW + " AND emigrated_on IS NOT NULL",
            NOW + " AND forked = 1");

    private Counting() {}

    static RegisterCounts counts(Handle handle) {
        Map<FactType, Long> current = new EnumMap<>(FactType.class);
        for (FactType type : FactType.values()) {
            current.put(type, current(handle, type));
        }
        Map<FactType, Long> waiting = waiting(handle, Instant.MAX);
        Map<FactType, Long> others = new EnumMap<>(FactType.class);
        REFERRING.forEach(t -> others.put(t.type(), anotherPersons(handle, t)));
        return handle.createQuery(PERSONS)
                .map((row, c) -> new RegisterCounts(
                        current,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        waiting,
                        others))
                .one();
    }

    private static String persons(String... conditions) {
        return Arrays.stream(conditions)
                .map(c -> "SUM(CASE WHEN " + c + " THEN 1 ELSE 0 END)")
                .collect(Collectors.joining(", ", "SELECT ", " FROM person"));
    }

    static long current(Handle handle, FactType type) {
        String rows = type == FactType.NUMMERBYTE
                ? "person_number WHERE next_id IS NOT NULL"
                : FactTables.of(type).name() + " WHERE removed = 0";
        return handle.createQuery("SELECT COUNT(*) FROM " + rows)
                .mapTo(Long.class)
                .one();
    }

    /** Rows loaded before that moment whose reference is not known yet, by type; types without any are left out. */
    static Map<FactType, Long> waiting(Handle handle, Instant loadedBefore) {
        long before = loadedBefore.equals(Instant.MAX) ? Long.MAX_VALUE : loadedBefore.toEpochMilli();
        Map<FactType, Long> waiting = new EnumMap<>(FactType.class);
        for (FactTable<?> table : REFERRING) {
            long rows = handle.createQuery("SELECT COUNT(*)" + joined(table)
                            + " WHERE r.removed = 0 AND t.fact_key IS NULL AND r.loaded_at < :before AND r."
                            + column(table) + " IS NOT NULL")
                    .bind("before", before)
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
                waiting.put(table.type(), rows);
            }
        }
        return waiting;
    }

    private static long anotherPersons(Handle handle, FactTable<?> table) {
        return handle.createQuery("SELECT COUNT(*)" + joined(table)
                        + " JOIN person_number rn ON rn.number_id = r.number_id"
                        + " JOIN person_number tn ON tn.number_id = t.number_id"
                        + " WHERE r.removed = 0 AND rn.person_id <> tn.person_id")
                .mapTo(Long.class)
                .one();
    }

    /** Rows with what they refer to, if that is current. */
    private static String joined(FactTable<?> table) {
        FactTable.Reference<?> reference = table.reference();
        if (reference == null) {
            throw new IllegalArgumentException(table.name() + " refers to nothing");
        }
        return " FROM " + table.name() + " r LEFT JOIN "
                + FactTables.of(reference.to()).name() + " t ON t.fact_key = r." + reference.column()
                + " AND t.removed = 0";
    }

    private static String column(FactTable<?> table) {
        FactTable.Reference<?> reference = table.reference();
        return reference == null ? "fact_key" : reference.column();
    }
}
