package se.utfall.register;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The current keys of a type, last changed before an extract, that its full file does not name; read in key order, a page at a time. */
final class AbsentRows<F extends Fact> {
    private static final int PAGE = 2_000;
    private final FactTable<F> table;
    private final Version absent;
    private final Set<String> named;
    private String last = "";
    private boolean end;

    AbsentRows(FactTable<F> table, Instant extractedAt, Set<String> named) {
        this.table = table;
        this.absent = Version.absent(extractedAt);
        this.named = named;
    }

    /** The next of them; empty when there are no more. */
    List<String> next(Handle handle) {
        List<String> found = List.of();
        while (found.isEmpty() && !end) {
            List<String> page = page(handle);
            end = page.size() < PAGE;
            last = page.isEmpty() ? last : page.get(page.size() - 1);
            found = page.stream().filter(k -> !named.contains(k)).toList();
        }
        return found;
    }

    int count(Handle handle) {
        int count = 0;
        for (List<String> page = next(handle); !page.isEmpty(); page = next(handle)) {
            count += page.size();
        }
        return count;
    }

    private List<String> page(Handle handle) {
        return handle.createQuery("SELECT fact_key FROM " + table.name()
                        + " WHERE removed = 0 AND changed_at < :at AND fact_key > :last ORDER BY fact_key LIMIT :page")
                .bind("at", absent.changedAt())
                .bind("last", last)
                .bind("page", PAGE)
                .mapTo(String.class)
                .list();
    }

    /** Takes keys away. Returns the persons who may stand otherwise for it. */
    Set<Integer> remove(Handle handle, List<String> keys) {
        Set<Integer> numbers = new HashSet<>();
        if (table.standing()) {
            numbers.addAll(numbers(handle, table, keys));
        }
        if (table.type() == FactType.INSKRIVNING) {
            numbers.addAll(numbers(handle, FactTables.EXIT, keys));
            KeptProtection.copy(handle, keys);
        }
        new FactRows<>(table).remove(handle, keys, absent);
        return new HashSet<>(Persons.ofNumbers(handle, numbers).values());
    }

    private static Set<Integer> numbers(Handle handle, FactTable<?> table, List<String> keys) {
        Set<Integer> numbers = new HashSet<>();
        Sql.each(
                handle,
                "SELECT number_id FROM " + table.name() + " WHERE removed = 0 AND fact_key IN (<in>)",
                keys,
                row -> numbers.add(row.getInt(1)));
        return numbers;
    }
}
