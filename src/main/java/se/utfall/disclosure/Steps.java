package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ways in which persons can move between groups so that a given group gains one: a partner category, or none, in each dimension. */
final class Steps {
    private final Figures figures;
    private final Grid grid;

    Steps(Figures figures) {
        this.figures = figures;
        this.grid = figures.grid();
    }

    /** Leaf groups that gain and lose one, and all groups whose persons change by that. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Step(int[] gaining, int[] losing, int[] changed) {}

    /** The group's steps, in the same order each time. */
    List<Step> of(int group) {
        List<Step> steps = new ArrayList<>();
        int[] at = grid.ofGroup(group);
        find(at, new int[at.length], new int[at.length], 0, steps);
        return steps;
    }

    /** {@code minus} is the partner category, or the dimension's total when there is none. */
    private void find(int[] at, int[] plus, int[] minus, int d, List<Step> steps) {
        if (d == at.length) {
            step(plus, minus).ifPresent(steps::add);
            return;
        }
        int size = grid.size(d);
        boolean total = grid.total(d, at[d]);
        int last = total ? size - 1 : at[d];
        for (plus[d] = total ? 0 : at[d]; plus[d] <= last; plus[d]++) {
            for (minus[d] = total ? size : 0; minus[d] <= size; minus[d]++) {
                if (minus[d] != plus[d]) {
                    find(at, plus, minus, d + 1, steps);
                }
            }
        }
    }

    /** None when it goes through a group without persons: that it is empty is shown. */
    private Optional<Step> step(int[] plus, int[] minus) {
        int corners = 1 << plus.length;
        IntStream.Builder gaining = IntStream.builder();
        IntStream.Builder losing = IntStream.builder();
        int[] changed = new int[corners];
        for (int corner = 0; corner < corners; corner++) {
            int[] at = corner(corner, plus, minus);
            changed[corner] = grid.group(at);
            if (grid.isLeaf(at)) {
                if (figures.empty(grid.leaf(at))) {
                    return Optional.empty();
                }
                (Integer.bitCount(corner) % 2 == 0 ? gaining : losing).add(grid.leaf(at));
            }
        }
        return Optional.of(new Step(gaining.build().toArray(), losing.build().toArray(), changed));
    }

    /** The partner where the corner's bit is set: an odd number of partners loses what an even number gains. */
    private static int[] corner(int corner, int[] plus, int[] minus) {
        int[] at = plus.clone();
        for (int d = 0; d < at.length; d++) {
            if ((corner >> d & 1) == 1) {
                at[d] = minus[d];
            }
        }
        return at;
    }
}
