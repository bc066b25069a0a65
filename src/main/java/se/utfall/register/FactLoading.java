package se.utfall.register;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditTrail;
import se.utfall.register.Standings.Scope;

/** Takes batches of facts, and takes keys away that a full file no longer holds; each in the caller's transaction, with the events that follow. */
final class FactLoading {
    private final Identities identities;
    private final AuditTrail audit;
    private final Clock clock;

    FactLoading(Identities identities, AuditTrail audit, Clock clock) {
        this.identities = identities;
        this.audit = audit;
        this.clock = clock;
    }

    Register.Applied apply(Handle handle, List<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return new Fates().applied();
        }
        Head head = Head.take(handle);
        PersonEvents events = new PersonEvents();
        Fates fates = facts.get(0) instanceof Fact.NumberChange
                ? new NumberChanges(identities, head, events).apply(handle, cast(facts, Fact.NumberChange.class))
                : apply(handle, FactTables.of(facts.get(0)), facts, head, events);
        events.write(handle, head, clock, audit);
        head.put(handle);
        return fates.applied();
    }

    private <F extends Fact> Fates apply(
            Handle handle, FactTable<F> table, List<? extends Fact> facts, Head head, PersonEvents events) {
        Fates fates = new Fates();
        Numbers numbers = new Numbers(identities, head);
        FactBatch<F> batch = new FactBatch<>(table, identities, numbers);
        batch.judge(handle, cast(facts, table.kind()), fates);
        batch.takeNumbers(handle);
        List<Integer> orphans = numbers.write(handle);
        if (!orphans.isEmpty()) {
            new Succession(handle, head, events).settle(NumberGraph.around(handle, orphans));
        }
        batch.write(handle, clock.millis());
        stand(handle, batch, orphans, fates, events);
        return fates;
    }

    /** Brings how the persons stand up to date with what the batch changed. */
    private static <F extends Fact> void stand(
            Handle handle, FactBatch<F> batch, List<Integer> orphans, Fates fates, PersonEvents events) {
        FactTable<F> table = batch.table();
        Map<Integer, Integer> persons = Persons.ofNumbers(handle, batch.touched());
        Set<Integer> others = new References<>(table, batch.changed().toList(), persons, fates).check(handle);
        switch (table.type()) {
            case INSKRIVNING, AVREGISTRERING ->
                Standings.refresh(handle, Set.copyOf(persons.values()), Scope.ALL_BUT_EXITS, events);
            case AVSLUT -> Standings.refresh(handle, Set.copyOf(persons.values()), Scope.EXITS, events);
            default -> {}
        }
        Standings.refresh(handle, others, Scope.EXITS, events);
        persons.keySet().retainAll(orphans);
        Standings.refresh(handle, Set.copyOf(persons.values()), Scope.ALL, events);
    }

    private static <F extends Fact> List<F> cast(List<? extends Fact> facts, Class<F> kind) {
        return facts.stream().<F>map(kind::cast).toList();
    }

    /** Takes away the current keys, last changed before the extract, that are not named; a page at a time. */
    int removeAbsent(Handle handle, AbsentRows<?> absent) {
        Head head = Head.take(handle);
        PersonEvents events = new PersonEvents();
        int removed = 0;
        for (List<String> page = absent.next(handle); !page.isEmpty(); page = absent.next(handle)) {
            Standings.refresh(handle, absent.remove(handle, page), Scope.ALL, events);
            removed += page.size();
        }
        events.write(handle, head, clock, audit);
        head.put(handle);
        return removed;
    }
}
