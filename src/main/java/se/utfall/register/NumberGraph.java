package se.utfall.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Numbers and what replaced them, as far as they hang together with those asked for. Every number has at most one successor, and there is no ring. */
final class NumberGraph {
    private static final String SELECT = "SELECT number_id, next_id, forked, used, person_id FROM person_number WHERE ";
    private static final String UPDATE =
            "UPDATE person_number SET next_id = ?, forked = ?, person_id = ? WHERE number_id = ?";
    private final Map<Integer, Node> nodes = new LinkedHashMap<>();

    /** One number; 0 stands for no successor and for no person. */
    static final class Node {
        private final int id;
        private final boolean used;
        private final int storedNext;
        private final boolean storedForked;
        private final int storedPerson;
        private int next;
        private boolean forked;
        private int person;

        private Node(int id, int next, boolean forked, boolean used, int person) {
            this.id = id;
            this.used = used;
            this.storedNext = next;
            this.storedForked = forked;
            this.storedPerson = person;
            this.next = next;
            this.forked = forked;
            this.person = person;
        }

        int id() {
            return id;
        }

        boolean used() {
            return used;
        }

        boolean forked() {
            return forked;
        }

        void forked(boolean now) {
            forked = now;
        }

        int storedPerson() {
            return storedPerson;
        }

        void person(int now) {
            person = now;
        }

        private boolean changed() {
            return next != storedNext || forked != storedForked || person != storedPerson;
        }
    }

    /** The numbers and everything they hang together with. */
    static NumberGraph around(Handle handle, Collection<Integer> numbers) {
        NumberGraph graph = new NumberGraph();
        Set<Integer> frontier = new HashSet<>(numbers);
        while (!frontier.isEmpty()) {
            frontier = graph.load(handle, frontier);
        }
        return graph;
    }

    /** Returns the numbers met that are still to be asked for. */
    private Set<Integer> load(Handle handle, Set<Integer> frontier) {
        Set<Integer> met = new HashSet<>();
        Sql.each(handle, SELECT + "number_id IN (<in>)", frontier, row -> {
            Node node = new Node(row.getInt(1), row.getInt(2), row.getInt(3) == 1, row.getInt(4) == 1, row.getInt(5));
            nodes.putIfAbsent(node.id, node);
            met.add(node.next);
        });
        Sql.each(
                handle,
                "SELECT number_id FROM person_number WHERE next_id IN (<in>)",
                frontier,
                row -> met.add(row.getInt(1)));
        met.remove(0);
        met.removeAll(nodes.keySet());
        return met;
    }

    Node node(int id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("a number outside what was loaded");
        }
        return node;
    }

    Set<Integer> ids() {
        return nodes.keySet();
    }

    /** @param next 0 for none */
    void link(int old, int next) {
        node(old).next = next;
    }

    /** Whether replacing {@code old} by {@code next} would make a number its own successor. */
    boolean closesRing(int old, int next) {
        for (int at = next; at != 0; at = node(at).next) {
            if (at == old) {
                return true;
            }
        }
        return false;
    }

    /** The numbers that are one person's, by the newest of them. */
    Map<Integer, List<Node>> components() {
        Map<Integer, List<Node>> byNewest = new LinkedHashMap<>();
        nodes.values()
                .forEach(node -> byNewest.computeIfAbsent(newest(node), n -> new ArrayList<>())
                        .add(node));
        return byNewest;
    }

    private int newest(Node node) {
        Node at = node;
        while (at.next != 0) {
            at = node(at.next);
        }
        return at.id;
    }

    void write(Handle handle) {
        List<Node> changed = nodes.values().stream().filter(Node::changed).toList();
        Sql.batch(
                handle,
                UPDATE,
                changed,
                (statement, node) ->
                        Sql.set(statement, 1, orNull(node.next), node.forked ? 1 : 0, orNull(node.person), node.id));
    }

    private static @Nullable Integer orNull(int id) {
        return id == 0 ? null : (Integer) id;
    }
}
