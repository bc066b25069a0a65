package se.utfall.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import se.utfall.person.PersonalNumber;

/** Facts of one type on their way into their table: each is judged against the version that counts, then all that changed is written at once. */
final class FactBatch<F extends Fact> {
    private static final byte[] NO_NUMBER = new byte[0];
    private final FactTable<F> table;
    private final FactRows<F> store;
    private final Identities identities;
    private final Numbers numbers;
    private final KeptProtection kept = new KeptProtection();
    private final Map<String, FactRow<F>> rows = new LinkedHashMap<>();
    private final Set<Integer> touched = new HashSet<>();

    FactBatch(FactTable<F> table, Identities identities, Numbers numbers) {
        this.table = table;
        this.store = new FactRows<>(table);
        this.identities = identities;
        this.numbers = numbers;
    }

    FactTable<F> table() {
        return table;
    }

    /** Judges the facts in the order given. */
    void judge(Handle handle, List<F> facts, Fates fates) {
        List<String> named = facts.stream().map(f -> table.key(f, identities)).toList();
        rows.putAll(store.find(handle, new HashSet<>(named)));
        for (int i = 0; i < facts.size(); i++) {
            judge(facts.get(i), rows.computeIfAbsent(named.get(i), FactRow::unknown), fates);
        }
    }

    private void judge(F fact, FactRow<F> row, Fates fates) {
        Version told =
                Version.of(fact.stamp(), numberHash(fact), table.content().of(fact));
        F before = row.fact();
        Version version = before == null ? told : row.version();
        Fate fate = row.take(told, fact);
        fates.count(fate);
        if (fate == Fate.REMOVED && before != null) {
            kept.note(before, version);
        }
        if (fate == Fate.SUPERSEDED && row.removed() && !told.removed()) {
            kept.note(fact, told);
        }
        if (fate == Fate.LOADED || fate == Fate.REPLACED) {
            judgeReason(fact, fates);
        }
    }

    private byte[] numberHash(F fact) {
        PersonalNumber number = table.number().of(fact);
        return number == null ? NO_NUMBER : numbers.hash(number);
    }

    private static void judgeReason(Fact fact, Fates fates) {
        if (fact instanceof Fact.Deregistration gone) {
            switch (gone.reason()) {
                case "AV", "UV", "OB", "AS", "FI" -> {}
                case "TA", "GN", "GS" -> fates.flag(gone.stamp().line(), "orsak", RowRule.ORSAK_GRANSKAS);
                default -> fates.flag(gone.stamp().line(), "orsak", RowRule.ORSAK_OKAND);
            }
        }
    }

    /** Gives every row that counts its number. A removed row keeps the one it had: taking a row away needs to name nobody. */
    void takeNumbers(Handle handle) {
        numbers.find(handle);
        boolean used = table.type() != FactType.AVREGISTRERING;
        for (FactRow<F> row : rows.values()) {
            F fact = row.fact();
            if (row.changed() && fact != null) {
                row.number(numbers.take(table.number().of(fact), used));
            }
            if (row.changed()) {
                touch(row.storedNumber());
                touch(row.number());
            }
        }
        if (table.type() == FactType.INSKRIVNING) {
            kept.retain(this::removed);
            kept.take(numbers).forEach(this::touch);
            KeptProtection.numbers(handle, keys(rows.values().stream().filter(FactRow::storedRemoved)))
                    .forEach(this::touch);
        }
    }

    private boolean removed(String key) {
        FactRow<F> row = rows.get(key);
        return row != null && row.removed();
    }

    private void touch(int number) {
        if (number != 0) {
            touched.add(number);
        }
    }

    void write(Handle handle, long now) {
        if (table.type() == FactType.INSKRIVNING) {
            KeptProtection.copy(handle, keys(changed().filter(r -> r.storedCurrent() && r.removed())));
            kept.write(handle, numbers);
            KeptProtection.forget(handle, keys(changed().filter(r -> r.storedRemoved() && !r.removed())));
        }
        store.write(handle, changed().toList(), now);
        store.renew(handle, rows.values().stream().filter(FactRow::renewed).toList());
    }

    /** Rows whose version changed. */
    Stream<FactRow<F>> changed() {
        return rows.values().stream().filter(FactRow::changed);
    }

    /** The numbers whose persons may stand otherwise now. */
    Collection<Integer> touched() {
        return touched;
    }

    private List<String> keys(Stream<FactRow<F>> some) {
        return some.map(FactRow::key).toList();
    }
}
