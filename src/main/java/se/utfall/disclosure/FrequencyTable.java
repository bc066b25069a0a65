package se.utfall.disclosure;

import java.util.List;

/**
 * Counts of persons by group, occasion and state, before they are cleared: of each group, on each occasion, how many are in each state. The same persons stand
 * on every occasion.
 */
public final class FrequencyTable {
    private final List<Dimension> by;
    private final List<String> occasions;
    private final List<State> states;
    private final Grid grid;
    private final long[] counts;

    /** An empty table; at most one state is {@link State.Kind#COUNTED}. */
    public FrequencyTable(List<Dimension> by, List<String> occasions, List<State> states) {
        this.by = List.copyOf(by);
        this.occasions = List.copyOf(occasions);
        this.states = List.copyOf(states);
        if (by.isEmpty() || occasions.isEmpty() || states.isEmpty()) {
            throw new IllegalArgumentException("expected a dimension, an occasion and a state");
        }
        if (states.stream().filter(s -> s.kind() == State.Kind.COUNTED).count() > 1) {
            throw new IllegalArgumentException("expected one counted state");
        }
        grid = new Grid(by.stream().mapToInt(d -> d.categories().size()).toArray());
        counts = new long[occasions.size() * states.size() * grid.leaves()];
    }

    /** Adds persons of one group (a category per dimension) who are in that state on that occasion. */
    public void add(String occasion, List<String> group, String state, long persons) {
        if (persons < 0 || group.size() != by.size()) {
            throw new IllegalArgumentException("expected a count and a category per dimension");
        }
        int[] at = new int[by.size()];
        for (int d = 0; d < at.length; d++) {
            at[d] = known(by.get(d).categories().indexOf(group.get(d)));
        }
        int stateAt = known(states.stream().map(State::name).toList().indexOf(state));
        counts[cell(known(occasions.indexOf(occasion)), stateAt, grid.leaf(at))] += persons;
    }

    private static int known(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("expected an occasion, state and categories of the table");
        }
        return index;
    }

    private int cell(int occasion, int state, int leaf) {
        return (occasion * states.size() + state) * grid.leaves() + leaf;
    }

    long count(int occasion, int state, int leaf) {
        return counts[cell(occasion, state, leaf)];
    }

    /** Persons of a leaf group; throws when an occasion has others than the first. */
    long persons(int leaf) {
        long first = persons(0, leaf);
        for (int occasion = 1; occasion < occasions.size(); occasion++) {
            if (persons(occasion, leaf) != first) {
                throw new IllegalStateException("expected the same persons on every occasion");
            }
        }
        return first;
    }

    private long persons(int occasion, int leaf) {
        long persons = 0;
        for (int state = 0; state < states.size(); state++) {
            persons += count(occasion, state, leaf);
        }
        return persons;
    }

    List<Dimension> by() {
        return by;
    }

    List<String> occasions() {
        return occasions;
    }

    List<State> states() {
        return states;
    }

    Grid grid() {
        return grid;
    }
}
