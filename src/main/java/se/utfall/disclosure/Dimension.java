package se.utfall.disclosure;

import java.util.List;

/** What a table is broken down by; its categories are disjoint and cover everybody. */
public record Dimension(String name, List<String> categories) {
    /** Stands in place of dimension and category where all persons are taken together. */
    public static final String TOTAL = "TOTAL";

    public Dimension {
        categories = List.copyOf(categories);
        if (categories.isEmpty()
                || name.equals(TOTAL)
                || categories.contains(TOTAL)
                || categories.stream().distinct().count() < categories.size()) {
            throw new IllegalArgumentException(name + ": expected different categories, none of them " + TOTAL);
        }
    }
}
