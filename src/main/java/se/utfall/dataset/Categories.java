package se.utfall.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of a table's dimension, and which of them have too few persons to stand alone: a category of three costs its neighbours their figures. */
final class Categories {
    private final Map<String, Long> persons = new LinkedHashMap<>();

    /** @param order the categories in the order in which they are shown; others come after them */
    Categories(List<String> order) {
        order.forEach(category -> persons.put(category, 0L));
    }

    void add(String category, long more) {
        persons.merge(category, more, Long::sum);
    }

    /** For each category that somebody is in, what it is called in the table: its own name, or {@code A+B} where small ones are put together. */
    Map<String, String> merged(long least) {
        List<String> used = new ArrayList<>(
                persons.keySet().stream().filter(c -> count(c) > 0).toList());
        List<String> bySize = new ArrayList<>(used);
        bySize.sort(Comparator.comparingLong(this::count));
        List<String> small = new ArrayList<>();
        long together = 0;
        for (String category : bySize) {
            boolean needed = count(category) < least || (!small.isEmpty() && together < least);
            if (needed) {
                small.add(category);
                together += count(category);
            }
        }
        String name = String.join("+", used.stream().filter(small::contains).toList());
        Map<String, String> names = new LinkedHashMap<>();
        used.stream().filter(c -> !small.contains(c)).forEach(c -> names.put(c, c));
        used.stream().filter(small::contains).forEach(c -> names.put(c, name));
        return names;
    }

    /**
     * For a group and those who are not in it: who is unknown is named with those who are not ({@code 0+UNKNOWN}) when they are few. Empty when either side is too
     * small to stand alone.
     */
    Map<String, String> yesAndOthers(long least) {
        boolean apart = count("UNKNOWN") >= least && count("0") >= least;
        String others = count("UNKNOWN") == 0 ? "0" : "0+UNKNOWN";
        long rest = apart ? count("0") : count("0") + count("UNKNOWN");
        if (count("1") < least || rest < least) {
            return Map.of();
        }
        Map<String, String> names = new LinkedHashMap<>();
        names.put("1", "1");
        names.put("0", apart ? "0" : others);
        names.put("UNKNOWN", apart ? "UNKNOWN" : others);
        return names;
    }

    /** Whether nobody is in another. */
    boolean only(String category) {
        return all() == count(category);
    }

    long all() {
        return persons.values().stream().mapToLong(Long::longValue).sum();
    }

    private long count(String category) {
        return persons.getOrDefault(category, 0L);
    }
}
