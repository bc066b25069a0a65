package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of persons before they are cleared: on each occasion how many of all, and of each category of each dimension, have which of some properties that exclude
 * one another, have none of them ({@link #REST}), or are outside the base ({@link #OUTSIDE}). The same persons stand on every occasion.
 */
public final class FrequencyTable {
    /** In the base, without any of the properties. */
    public static final String REST = "REST";

    /** Outside the base, for whatever reason. */
    public static final String OUTSIDE = "OUTSIDE";

    private final List<String> occasions;
    private final List<String> properties;
    private final List<Dimension> by;
    private final List<String> states;
    private final List<Matrix> totals = new ArrayList<>();
    private final List<List<Matrix>> matrices = new ArrayList<>();

    /** An empty table. */
    public FrequencyTable(List<String> occasions, List<String> properties, List<Dimension> by) {
        this.occasions = List.copyOf(occasions);
        this.properties = List.copyOf(properties);
        this.by = List.copyOf(by);
        if (occasions.isEmpty() || properties.isEmpty()) {
            throw new IllegalArgumentException("expected an occasion and a property");
        }
        states = new ArrayList<>(properties);
        states.add(REST);
        states.add(OUTSIDE);
        for (int occasion = 0; occasion < occasions.size(); occasion++) {
            totals.add(new Matrix(1, states.size()));
            matrices.add(by.stream()
                    .map(d -> new Matrix(d.categories().size(), states.size()))
                    .toList());
        }
    }

    /** Adds persons of a category per dimension who are in that state on that occasion. */
    public void add(String occasion, List<String> categories, String state, long persons) {
        if (persons < 0 || categories.size() != by.size()) {
            throw new IllegalArgumentException("expected a count and a category per dimension");
        }
        int when = known(occasions.indexOf(occasion));
        List<Matrix> here = matrices.get(when);
        int at = known(states.indexOf(state));
        totals.get(when).add(0, at, persons);
        for (int d = 0; d < by.size(); d++) {
            int category = known(by.get(d).categories().indexOf(categories.get(d)));
            here.get(d).add(category, at, persons);
        }
    }

    private static int known(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("expected an occasion, state and categories of the table");
        }
        return index;
    }

    List<String> occasions() {
        return occasions;
    }

    List<String> properties() {
        return properties;
    }

    List<Dimension> by() {
        return by;
    }

    Matrix totals(int occasion) {
        return totals.get(occasion);
    }

    Matrix matrix(int occasion, int dimension) {
        return matrices.get(occasion).get(dimension);
    }

    /** Throws when the persons are not the same on every occasion, or a category, or all of them, are too few to be named. */
    void check(DisclosureRules rules) {
        for (int occasion = 0; occasion < occasions.size(); occasion++) {
            same(totals(0).persons(), totals(occasion).persons());
        }
        enough(totals(0).persons(), rules);
        for (int d = 0; d < by.size(); d++) {
            for (int row = 0; row < by.get(d).categories().size(); row++) {
                long first = matrix(0, d).persons(row);
                enough(first, rules);
                for (int occasion = 1; occasion < occasions.size(); occasion++) {
                    same(first, matrix(occasion, d).persons(row));
                }
            }
        }
    }

    private static void enough(long persons, DisclosureRules rules) {
        if (persons < rules.smallestGroup()) {
            throw new IllegalStateException("expected no fewer persons than " + rules.smallestGroup());
        }
    }

    private static void same(long one, long other) {
        if (one != other) {
            throw new IllegalStateException("expected the same persons on every occasion");
        }
    }
}
