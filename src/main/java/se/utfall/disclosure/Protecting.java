package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Withholds further figures until each withheld one could be so many different numbers as the smallest count that may be shown. That it could is shown by
 * construction: by shifts that change withheld figures only. It is enough, never too little; sometimes more than the least possible.
 */
final class Protecting {
    private final Figures figures;
    private final Shifts shifts;
    private final int width;
    private final BitSet withheld;
    private int lastNeedy;

    private Protecting(Figures figures, BitSet sensitive, int width) {
        this.figures = figures;
        this.shifts = new Shifts(figures);
        this.width = width;
        this.withheld = (BitSet) sensitive.clone();
    }

    /** The figures to withhold: the sensitive ones and those that protect them. */
    static BitSet withheld(Figures figures, BitSet sensitive, DisclosureRules rules) {
        Protecting protecting = new Protecting(figures, sensitive, rules.minimumCell());
        protecting.protectAll();
        protecting.release(sensitive);
        return protecting.withheld;
    }

    private void protectAll() {
        boolean grew = true;
        while (grew) {
            int before = withheld.cardinality();
            for (int id = withheld.nextSetBit(0); id >= 0; id = withheld.nextSetBit(id + 1)) {
                protect(id);
            }
            grew = withheld.cardinality() > before;
        }
    }

    /** What was withheld for it on the way and is not needed in the end is shown again: each withheld figure must be protected in its turn. */
    private void protect(int id) {
        BitSet added = new BitSet();
        while (!safe(id)) {
            BitSet further = cheapest(id).figures;
            further.andNot(withheld);
            withheld.or(further);
            added.or(further);
        }
        for (int one : byWorth(added)) {
            withheld.clear(one);
            withheld.set(one, !safe(id));
        }
    }

    private List<Integer> byWorth(BitSet some) {
        return some.stream()
                .boxed()
                .sorted(Comparator.comparingLong(figures::worth).reversed())
                .toList();
    }

    /** Shows again what turned out not to be needed, the most worthy first; again as long as that lets others go. */
    private void release(BitSet sensitive) {
        int before;
        do {
            before = withheld.cardinality();
            BitSet secondary = (BitSet) withheld.clone();
            secondary.andNot(sensitive);
            byWorth(secondary).forEach(this::release);
        } while (withheld.cardinality() < before);
    }

    private void release(int id) {
        withheld.clear(id);
        boolean needed = (withheld.get(lastNeedy) && !safe(lastNeedy))
                || !withheld.stream().allMatch(this::safeOrNeedy);
        withheld.set(id, needed);
    }

    /** What did not get by without one figure often does not without the next: it is asked first. */
    private boolean safeOrNeedy(int id) {
        boolean safe = safe(id);
        lastNeedy = safe ? lastNeedy : id;
        return safe;
    }

    /** Whether the figure could have enough values. Shifts are done one after the other, each on what the ones before left in the cells. */
    private boolean safe(int id) {
        Room room = new Room(figures.cells(), width, this::hidden);
        for (Shift shift : shifts.of(id)) {
            if (hidden(shift.groups())) {
                room.add(shift);
            }
            if (room.enough()) {
                return true;
            }
        }
        return false;
    }

    private boolean hidden(int[] changed) {
        for (int id : changed) {
            if (!withheld.get(id)) {
                return false;
            }
        }
        return true;
    }

    /** What gives most room for what it costs. Persons who come in from outside the table always give it, at the cost of the totals. */
    private Plan cheapest(int id) {
        Plan best = null;
        for (Shift shift : shifts.of(id)) {
            Plan plan = plan(shift);
            if (plan.adds() && (best == null || plan.cost * best.room < best.cost * plan.room)) {
                best = plan;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no way to protect a figure");
        }
        return best;
    }

    private Plan plan(Shift shift) {
        Plan plan = new Plan();
        plan.add(shift.groups());
        plan.room = width - 1L;
        for (List<Shift.Way> ways : shift.ways()) {
            plan.room = Math.min(plan.room, plan.addWays(ways));
        }
        return plan;
    }

    /** Figures to withhold further, what is lost by that, and how much room it gives. */
    private final class Plan {
        private final BitSet figures = new BitSet();
        private final long[] cells = Protecting.this.figures.cells();
        private long cost;
        private long room;

        boolean adds() {
            return room > 0 && cost > 0;
        }

        void add(int[] changed) {
            cost += cost(changed);
            for (int id : changed) {
                figures.set(id);
            }
        }

        /** As many of an occasion's ways as it takes, the best first; how much room they give together. */
        long addWays(List<Shift.Way> ways) {
            List<Shift.Way> left = new ArrayList<>(ways);
            left.removeIf(way -> room(way) == 0);
            long given = 0;
            while (given < width - 1 && !left.isEmpty()) {
                Shift.Way best = Collections.min(
                        left, Comparator.comparingDouble(way -> (cost(way.changed()) + 0.001) / room(way)));
                add(best.changed());
                given += room(best);
                left.remove(best);
            }
            return given;
        }

        private long room(Shift.Way way) {
            return Math.min(width - 1L, Shift.room(way, cells, width));
        }

        private long cost(int[] changed) {
            long sum = 0;
            for (int id : changed) {
                sum += withheld.get(id) || figures.get(id) ? 0 : Protecting.this.figures.worth(id);
            }
            return sum;
        }
    }
}
