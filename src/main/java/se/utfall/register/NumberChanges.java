package se.utfall.register;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;
import se.utfall.register.ChangeHistory.Change;

/** Takes number changes: judges each against what was told before, links the numbers, and settles who they stand for. No other row is rewritten. */
final class NumberChanges {
    private static final String NEW_NUMBER = "nytt_nummer";
    private final Identities identities;
    private final Head head;
    private final PersonEvents events;

    NumberChanges(Identities identities, Head head, PersonEvents events) {
        this.identities = identities;
        this.head = head;
        this.events = events;
    }

    Fates apply(Handle handle, List<Fact.NumberChange> facts) {
        List<Change> told = told(handle, facts);
        Set<Integer> olds = new LinkedHashSet<>();
        Set<Integer> named = new HashSet<>();
        told.forEach(c -> {
            olds.add(c.old());
            named.add(c.old());
            named.add(c.next());
        });
        ChangeHistory history = ChangeHistory.of(handle, olds);
        named.addAll(history.numbers());
        named.remove(0);
        NumberGraph graph = NumberGraph.around(handle, named);
        Fates fates = judge(told, olds, history, graph);
        history.write(handle);
        Standings.refresh(handle, new Succession(handle, head, events).settle(graph), Standings.Scope.ALL, events);
        return fates;
    }

    private List<Change> told(Handle handle, List<Fact.NumberChange> facts) {
        Numbers numbers = new Numbers(identities, head);
        for (Fact.NumberChange fact : facts) {
            numbers.hash(fact.oldNumber());
            PersonalNumber next = fact.newNumber();
            if (next != null) {
                numbers.hash(next);
            }
        }
        numbers.find(handle);
        List<Change> told = facts.stream()
                .map(f -> Change.of(f, numbers.take(f.oldNumber(), false), numbers.take(next(f), false)))
                .toList();
        numbers.write(handle);
        return told;
    }

    private static @Nullable PersonalNumber next(Fact.NumberChange fact) {
        return fact.stamp().removed() ? null : fact.newNumber();
    }

    private static Fates judge(List<Change> told, Set<Integer> olds, ChangeHistory history, NumberGraph graph) {
        Fates fates = new Fates();
        told.forEach(history::announce);
        olds.forEach(old -> relink(old, history, graph));
        told.forEach(change -> judge(change, history, graph, fates));
        olds.forEach(old -> graph.node(old).forked(history.endsInFork(old)));
        return fates;
    }

    /** A fork undoes what counted before: the latest version that is none, and closes no ring, counts again. */
    private static void relink(int old, ChangeHistory history, NumberGraph graph) {
        for (Change change : history.candidates(old)) {
            if (change.next() == 0 || !graph.closesRing(old, change.next())) {
                graph.link(old, change.next());
                return;
            }
            history.ring(change, true);
        }
        graph.link(old, 0);
    }

    private static void judge(Change change, ChangeHistory history, NumberGraph graph, Fates fates) {
        Optional<Change> counting = history.counting(change.old());
        history.add(change);
        if (history.forks(change)) {
            fates.refuse(change.line(), NEW_NUMBER, RowRule.NUMMERBYTE_GREN);
        } else if (counting.filter(change::says).isPresent()) {
            fates.count(Fate.UNCHANGED);
        } else if (counting.filter(c -> !change.later(c)).isPresent()) {
            fates.count(Fate.SUPERSEDED);
        } else if (change.next() != 0 && graph.closesRing(change.old(), change.next())) {
            history.ring(change, true);
            fates.refuse(change.line(), NEW_NUMBER, RowRule.NUMMERBYTE_RING);
        } else {
            history.ring(change, false);
            graph.link(change.old(), change.next());
            fates.count(fate(change, counting));
        }
    }

    private static Fate fate(Change change, Optional<Change> counting) {
        if (change.next() == 0) {
            return Fate.REMOVED;
        }
        return counting.filter(c -> c.next() != 0).isPresent() ? Fate.REPLACED : Fate.LOADED;
    }
}
