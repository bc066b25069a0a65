package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * All figures of a table, numbered: of every group the persons (the same on every occasion), and per occasion the sums over the {@link Sum}s of states. Cells are
 * the counts that all of them are sums of: one state, one leaf group, one occasion.
 */
final class Figures {
    private static final int TOTAL_WORTH = 10;
    private static final int ZERO_WORTH = 500;
    private final FrequencyTable table;
    private final Grid grid;
    private final List<Sum> sums;
    private final BitSet main = new BitSet();
    private final long[] cells;
    private final long[] values;

    /** A sum over states; the first is over all of them. */
    record Sum(String name, BitSet states) {}

    /** Where a figure stands; the occasion is -1 for persons. */
    record Place(int occasion, int sum, int group) {}

    Figures(FrequencyTable table) {
        this.table = table;
        this.grid = table.grid();
        this.sums = sums(table.states());
        for (int i = 0; i < sums.size(); i++) {
            BitSet of = sums.get(i).states();
            main.set(
                    i,
                    of.cardinality() > 1 || table.states().get(of.nextSetBit(0)).kind() == State.Kind.COUNTED);
        }
        this.cells = new long[table.occasions().size() * table.states().size() * grid.leaves()];
        this.values = new long[grid.groups() * (1 + table.occasions().size() * (sums.size() - 1))];
        for (int leaf = 0; leaf < grid.leaves(); leaf++) {
            addPersons(leaf);
            for (int occasion = 0; occasion < table.occasions().size(); occasion++) {
                addStates(occasion, leaf);
            }
        }
    }

    private static List<Sum> sums(List<State> states) {
        List<Sum> sums = new ArrayList<>();
        sums.add(sum(ClearedTable.PERSONS, states, s -> true));
        Sum base = sum(ClearedTable.BASE, states, State::inBase);
        if (!base.states().isEmpty()) {
            sums.add(base);
        }
        states.forEach(state -> sums.add(sum(state.name(), states, state::equals)));
        Sum rest = sum(ClearedTable.REST, states, s -> s.kind() == State.Kind.REST);
        if (rest.states().cardinality() > 1) {
            sums.add(rest);
        }
        return List.copyOf(sums);
    }

    private static Sum sum(String name, List<State> states, Predicate<State> of) {
        BitSet in = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            in.set(i, of.test(states.get(i)));
        }
        return new Sum(name, in);
    }

    private void addPersons(int leaf) {
        long persons = table.persons(leaf);
        int[] at = grid.ofLeaf(leaf);
        for (int group = 0; group < grid.groups(); group++) {
            if (grid.holds(grid.ofGroup(group), at)) {
                values[group] += persons;
            }
        }
    }

    private void addStates(int occasion, int leaf) {
        int[] at = grid.ofLeaf(leaf);
        for (int state = 0; state < table.states().size(); state++) {
            long count = table.count(occasion, state, leaf);
            cells[cell(occasion, state, leaf)] = count;
            for (int group = 0; group < grid.groups(); group++) {
                if (count > 0 && grid.holds(grid.ofGroup(group), at)) {
                    addTo(occasion, state, group, count);
                }
            }
        }
    }

    private void addTo(int occasion, int state, int group, long count) {
        for (int sum = 1; sum < sums.size(); sum++) {
            if (sums.get(sum).states().get(state)) {
                values[id(occasion, sum, group)] += count;
            }
        }
    }

    int cell(int occasion, int state, int leaf) {
        return (occasion * table.states().size() + state) * grid.leaves() + leaf;
    }

    int id(int occasion, int sum, int group) {
        return sum == 0 ? group : grid.groups() * (1 + occasion * (sums.size() - 1) + sum - 1) + group;
    }

    Place place(int id) {
        int block = id / grid.groups();
        int group = id % grid.groups();
        if (block == 0) {
            return new Place(-1, 0, group);
        }
        return new Place((block - 1) / (sums.size() - 1), (block - 1) % (sums.size() - 1) + 1, group);
    }

    long value(int id) {
        return values[id];
    }

    /** What is lost when it is withheld: the base and the share's parts are what a table is made for, totals before groups; the states beside them are not. */
    long worth(int id) {
        Place place = place(id);
        if (!main.get(place.sum())) {
            return values[id] == 0 ? ZERO_WORTH : 1;
        }
        int[] at = grid.ofGroup(place.group());
        long worth = (place.sum() == 0 ? 10 : 100) * (1 + values[id]);
        for (int d = 0; d < at.length; d++) {
            worth *= grid.total(d, at[d]) ? TOTAL_WORTH : 1;
        }
        return worth;
    }

    int size() {
        return values.length;
    }

    long[] cells() {
        return cells.clone();
    }

    long cellCount(int cell) {
        return cells[cell];
    }

    List<Sum> sums() {
        return sums;
    }

    /** The sum of that name, -1 when the table has none. */
    int sum(String name) {
        return sums.stream().map(Sum::name).toList().indexOf(name);
    }

    FrequencyTable table() {
        return table;
    }

    Grid grid() {
        return grid;
    }

    boolean empty(int leaf) {
        return table.persons(leaf) == 0;
    }
}
