package se.utfall.disclosure;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the figures that may not be shown for what they say themselves: small counts, and groups that a property holds of everybody or nobody in. */
final class Sensitive {
    private final Figures figures;
    private final int minimum;
    private final int base;
    private final int counted;
    private final int rest;

    private Sensitive(Figures figures, int minimum) {
        this.figures = figures;
        this.minimum = minimum;
        this.base = figures.sum(ClearedTable.BASE);
        this.counted = only(State.Kind.COUNTED);
        this.rest = figures.sum(ClearedTable.REST) > 0 ? figures.sum(ClearedTable.REST) : only(State.Kind.REST);
    }

    static BitSet of(Figures figures, DisclosureRules rules) {
        Sensitive sensitive = new Sensitive(figures, rules.minimumCell());
        BitSet found = new BitSet(figures.size());
        for (int id = 0; id < figures.size(); id++) {
            found.set(id, sensitive.test(id));
        }
        return found;
    }

    private boolean test(int id) {
        long value = figures.value(id);
        return (value > 0 && value < minimum) || tellsOfEverybody(figures.place(id), value);
    }

    /** Nobody or everybody of those known has the property, or everybody of the group is dead, abroad, ... */
    private boolean tellsOfEverybody(Figures.Place place, long value) {
        if (place.sum() == 0) {
            return false;
        }
        if (place.sum() == counted || place.sum() == rest) {
            return counted > 0
                    && rest > 0
                    && value == 0
                    && figures.value(figures.id(place.occasion(), base, place.group())) > 0;
        }
        return value > 0 && kind(place.sum()) == State.Kind.PERSON && value == figures.value(place.group());
    }

    private State.@Nullable Kind kind(int sum) {
        BitSet states = figures.sums().get(sum).states();
        return states.cardinality() == 1
                ? figures.table().states().get(states.nextSetBit(0)).kind()
                : null;
    }

    private int only(State.Kind kind) {
        for (int sum = 1; sum < figures.sums().size(); sum++) {
            if (kind(sum) == kind) {
                return sum;
            }
        }
        return -1;
    }
}
