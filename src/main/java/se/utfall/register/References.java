package se.utfall.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Looks after what refers to what when rows have changed: what is not yet known waits, what is another person's is listed. Whether a spell can
 * be used is asked again each time it is read, since later rows solve it; this only counts and lists.
 */
final class References<F extends Fact> {
    private final FactTable<F> table;
    private final List<FactRow<F>> changed;
    private final Map<Integer, Integer> persons;
    private final Fates fates;

    /** @param persons by number */
    References(FactTable<F> table, List<FactRow<F>> changed, Map<Integer, Integer> persons, Fates fates) {
        this.table = table;
        this.changed = changed;
        this.persons = persons;
        this.fates = fates;
    }

    /** Returns other persons who may stand otherwise because an enrolment changed under their exits. */
    Set<Integer> check(Handle handle) {
        changed.forEach(this::own);
        FactTable.Reference<F> reference = table.reference();
        if (reference != null) {
            outward(handle, reference);
        }
        Set<Integer> others = new HashSet<>();
        for (FactTable<?> from : FactTables.referringTo(table.type())) {
            others.addAll(inward(handle, from));
        }
        return others;
    }

    private void own(FactRow<F> row) {
        F fact = row.fact();
        if (fact != null && row.storedNumber() != 0 && person(row.storedNumber()) != person(row.number())) {
            fates.flag(fact.stamp().line(), "personnummer", RowRule.BYTT_PERSON);
        }
    }

    private void outward(Handle handle, FactTable.Reference<F> reference) {
        Set<String> ids = new HashSet<>();
        changed.forEach(row -> add(ids, row.fact()));
        Map<String, Integer> owners = owners(handle, FactTables.of(reference.to()), ids);
        for (FactRow<F> row : changed) {
            F fact = row.fact();
            String id = fact == null ? null : reference.id().of(fact);
            if (fact != null && id != null) {
                judge(fact, owners.get(id), person(row.number()), reference.fileColumn());
            }
        }
    }

    private void add(Set<String> ids, @Nullable F fact) {
        String id = fact == null ? null : table.referenceOf(fact);
        if (id != null) {
            ids.add(id);
        }
    }

    private void judge(F fact, @Nullable Integer owner, int person, String column) {
        if (owner == null) {
            fates.waits();
        } else if (owner != person) {
            fates.flag(fact.stamp().line(), column, RowRule.ANNAN_PERSON);
        }
    }

    private static Map<String, Integer> owners(Handle handle, FactTable<?> of, Collection<String> ids) {
        Map<String, Integer> owners = new HashMap<>();
        Sql.each(
                handle,
                "SELECT t.fact_key, n.person_id FROM " + of.name()
                        + " t JOIN person_number n ON n.number_id = t.number_id WHERE t.removed = 0 AND t.fact_key IN (<in>)",
                ids,
                row -> owners.put(row.getString(1), row.getInt(2)));
        return owners;
    }

    private Set<Integer> inward(Handle handle, FactTable<?> from) {
        Map<String, FactRow<F>> byKey = new HashMap<>();
        changed.forEach(row -> byKey.put(row.key(), row));
        Set<Integer> others = new HashSet<>();
        boolean exits = from.type() == FactType.AVSLUT;
        FactTable.Reference<?> reference = from.reference();
        if (reference != null) {
            Sql.each(handle, referrers(from, reference.column()), byKey.keySet(), row -> {
                if (exits) {
                    others.add(row.getInt(2));
                }
                inward(byKey, row);
            });
        }
        return others;
    }

    private static String referrers(FactTable<?> from, String column) {
        return "SELECT r." + column + ", n.person_id FROM " + from.name()
                + " r JOIN person_number n ON n.number_id = r.number_id WHERE r.removed = 0 AND r." + column
                + " IN (<in>)";
    }

    private void inward(Map<String, FactRow<F>> byKey, ResultSet referrer) throws SQLException {
        FactRow<F> row = byKey.get(referrer.getString(1));
        F fact = row == null ? null : row.fact();
        if (row != null && fact != null && person(row.number()) != referrer.getInt(2)) {
            fates.flag(fact.stamp().line(), table.keyColumn(), RowRule.ANNAN_PERSON);
        }
    }

    private int person(int number) {
        return persons.getOrDefault(number, 0);
    }
}
