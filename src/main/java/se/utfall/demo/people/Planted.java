package se.utfall.demo.people;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many of each plant an export holds; a plant that is not there counts 0. */
public record Planted(Map<Plant, Integer> counts) {
    public Planted {
        Map<Plant, Integer> all = new EnumMap<>(Plant.class);
        for (Plant plant : Plant.values()) {
            all.put(plant, counts.getOrDefault(plant, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    public int of(Plant plant) {
        return counts.getOrDefault(plant, 0);
    }

    public int of(Plant.Effect effect) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().effect() == effect)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
