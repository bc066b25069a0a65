package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small tables of made-up persons: many of their counts are small or zero. */
final class RandomTables {
    private final Random random;

    RandomTables(long seed) {
        random = new Random(seed);
    }

    /** @param group persons of the smallest category */
    FrequencyTable next(int group) {
        List<String> properties = random.nextInt(3) > 0 ? List.of("YES") : List.of("WORK", "SEEK");
        List<Dimension> by = List.of(dimension("sex", 2), dimension("measure", properties.size() == 1 ? 3 : 2));
        List<String> occasions = List.of("3", "6");
        FrequencyTable table = new FrequencyTable(occasions, properties, by);
        int categories = by.get(1).categories().size();
        int persons = group * categories + random.nextInt(group);
        int bias = random.nextInt(12);
        for (String occasion : occasions) {
            for (int i = 0; i < persons; i++) {
                List<String> at = List.of(
                        by.get(0).categories().get(i % 2 == 0 ? 0 : 1),
                        by.get(1).categories().get(Math.min(categories - 1, i / group)));
                table.add(occasion, at, state(properties, bias), 1);
            }
        }
        return table;
    }

    private String state(List<String> properties, int bias) {
        List<String> states = new ArrayList<>(properties);
        states.add(FrequencyTable.REST);
        states.add(FrequencyTable.OUTSIDE);
        int thrown = random.nextInt(12);
        int usual = bias % states.size();
        return thrown < 9 ? states.get(usual) : states.get(random.nextInt(states.size()));
    }

    private static Dimension dimension(String name, int size) {
        return new Dimension(
                name, IntStream.range(0, size).mapToObj(i -> name + i).toList());
    }
}
