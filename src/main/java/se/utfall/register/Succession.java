package se.utfall.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Who numbers that replace one another stand for: one person, the one whose key was handed out first. Every key belongs for good to the number it
 * was made for, so that who is one person follows from the changes that hold now, whatever held before: what was merged by mistake comes
 * apart, and the part without a key gets one.
 */
final class Succession {
    private static final String FIND =
            "SELECT person_id, made_no, current_id, number_id, forked FROM person WHERE person_id IN (<in>)";
    private static final String UPDATE =
            "UPDATE person SET current_id = ?, number_id = ?, forked = ? WHERE person_id = ?";
    private final Handle handle;
    private final Head head;
    private final PersonEvents events;
    private final List<Known> changed = new ArrayList<>();

    private record Known(int id, int made, int current, int number, boolean forked) {}

    Succession(Handle handle, Head head, PersonEvents events) {
        this.handle = handle;
        this.head = head;
        this.events = events;
    }

    /** Writes who the numbers stand for now, with the events of merges and separations. Returns the persons who count now. */
    Set<Integer> settle(NumberGraph graph) {
        Map<Integer, List<NumberGraph.Node>> components = graph.components();
        make(components.values());
        Map<Integer, Known> known = find(graph.ids());
        Set<Integer> current = new HashSet<>();
        components.forEach((newest, numbers) -> {
            List<Known> keys = numbers.stream()
                    .map(n -> known.get(n.id()))
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingInt(Known::made))
                    .toList();
            if (keys.isEmpty()) {
                numbers.forEach(n -> n.person(0));
            } else {
                current.add(keys.get(0).id());
                settle(keys, newest, numbers);
            }
        });
        graph.write(handle);
        Sql.batch(
                handle,
                UPDATE,
                changed,
                (statement, one) -> Sql.set(statement, 1, one.current(), one.number(), one.forked() ? 1 : 0, one.id()));
        return current;
    }

    /** A key for each whole that the city's rows speak of and that has none. */
    private void make(Collection<List<NumberGraph.Node>> components) {
        Set<Integer> numbers = new HashSet<>();
        components.forEach(c -> c.forEach(n -> numbers.add(n.id())));
        Set<Integer> homes = find(numbers).keySet();
        List<Integer> made = new ArrayList<>();
        for (List<NumberGraph.Node> component : components) {
            if (component.stream().noneMatch(n -> homes.contains(n.id()))) {
                component.stream()
                        .filter(NumberGraph.Node::used)
                        .min(Comparator.comparingInt(NumberGraph.Node::id))
                        .ifPresent(first -> {
                            made.add(first.id());
                            parted(first.id(), first.storedPerson());
                        });
            }
        }
        Persons.insert(handle, head, made);
    }

    private void settle(List<Known> keys, int newest, List<NumberGraph.Node> numbers) {
        int survivor = keys.get(0).id();
        boolean forked = numbers.stream().anyMatch(NumberGraph.Node::forked);
        numbers.forEach(n -> n.person(survivor));
        for (Known key : keys) {
            Known now = new Known(key.id(), key.made(), survivor, newest, forked);
            if (!now.equals(key)) {
                changed.add(now);
            }
            if (key.current() != survivor) {
                moved(key, survivor);
            }
        }
    }

    private void moved(Known key, int survivor) {
        if (survivor == key.id()) {
            parted(key.id(), key.current());
        } else {
            events.add(PersonEvent.Kind.MERGED, key.id(), survivor);
        }
    }

    /** @param from 0 when it never was part of another */
    private void parted(int person, int from) {
        if (from != 0) {
            events.add(PersonEvent.Kind.SEPARATED, person, from);
        }
    }

    private Map<Integer, Known> find(Collection<Integer> persons) {
        Map<Integer, Known> known = new HashMap<>();
        Sql.each(
                handle,
                FIND,
                persons,
                row -> known.put(
                        row.getInt(1),
                        new Known(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5) == 1)));
        return known;
    }
}
