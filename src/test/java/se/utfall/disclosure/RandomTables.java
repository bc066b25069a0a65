package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small tables of made-up counts, many of them small or zero. */
final class RandomTables {
    private final Random random;

    RandomTables(long seed) {
        random = new Random(seed);
    }

    FrequencyTable next() {
        List<Dimension> by = new ArrayList<>();
        by.add(dimension("workplace", 2 + random.nextInt(2)));
        if (random.nextInt(3) > 0) {
            by.add(dimension("sex", 2));
        }
        List<String> occasions = random.nextBoolean() ? List.of("3") : List.of("3", "6");
        FrequencyTable table = new FrequencyTable(by, occasions, states());
        int most = List.of(3, 8, 20, 60).get(random.nextInt(4));
        for (int leaf = 0; leaf < table.grid().leaves(); leaf++) {
            fill(table, leaf, random.nextInt(6) == 0 ? 0 : random.nextInt(most + 1));
        }
        return table;
    }

    private List<State> states() {
        List<State> states = new ArrayList<>();
        states.add(new State("YES", State.Kind.COUNTED));
        states.add(new State("NO", State.Kind.REST));
        if (random.nextBoolean()) {
            states.add(new State("NOTHING_SAID", State.Kind.REST));
        }
        if (random.nextInt(4) > 0) {
            states.add(new State("DEAD", State.Kind.PERSON));
        }
        if (random.nextBoolean()) {
            states.add(new State("NOT_YET", State.Kind.SOURCE));
        }
        return states;
    }

    /** Everybody into a state on each occasion, the first ones more often. */
    private void fill(FrequencyTable table, int leaf, int persons) {
        int[] at = table.grid().ofLeaf(leaf);
        List<String> group = IntStream.range(0, at.length)
                .mapToObj(d -> table.by().get(d).categories().get(at[d]))
                .toList();
        for (String occasion : table.occasions()) {
            for (int i = 0; i < persons; i++) {
                int state = Math.min(
                        random.nextInt(table.states().size()),
                        random.nextInt(table.states().size()));
                table.add(occasion, group, table.states().get(state).name(), 1);
            }
        }
    }

    private static Dimension dimension(String name, int size) {
        return new Dimension(
                name, IntStream.range(0, size).mapToObj(i -> name + i).toList());
    }
}
