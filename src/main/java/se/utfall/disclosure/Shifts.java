package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The shifts that raise a figure by one. Persons move between two categories of a dimension (its total stays) or come into one from outside the table (its total
 * rises too), and change state on one occasion (the group stays as large) or come in on all. Each is a product of such steps, one per dimension: every sum over
 * sums stays right whatever is shifted.
 */
final class Shifts {
    private final Figures figures;
    private final int states;
    private final int occasions;
    private final Steps steps;
    private final Map<Integer, List<Shift>> known = new HashMap<>();

    Shifts(Figures figures) {
        this.figures = figures;
        this.states = figures.table().states().size();
        this.occasions = figures.table().occasions().size();
        this.steps = new Steps(figures);
    }

    /** The figure's shifts, in the same order each time. */
    List<Shift> of(int figure) {
        return known.computeIfAbsent(figure, this::find);
    }

    private List<Shift> find(int figure) {
        Figures.Place place = figures.place(figure);
        List<Shift> shifts = new ArrayList<>();
        steps.of(place.group()).forEach(step -> addTo(shifts, place, step));
        return shifts;
    }

    private void addTo(List<Shift> shifts, Figures.Place place, Steps.Step step) {
        BitSet within = figures.sums().get(place.sum()).states();
        for (int to = within.nextSetBit(0); to >= 0; to = within.nextSetBit(to + 1)) {
            for (int from = within.nextClearBit(0); from < states; from = within.nextClearBit(from + 1)) {
                shifts.add(new Shift(new int[0], List.of(List.of(changing(place.occasion(), step, from, to)))));
            }
        }
        shifts.add(coming(place, within, step));
    }

    /** Persons of the gaining groups change state on one occasion, as many in the losing groups change back. */
    private Shift.Way changing(int occasion, Steps.Step step, int from, int to) {
        int[] gaining = IntStream.concat(cells(occasion, to, step.gaining()), cells(occasion, from, step.losing()))
                .toArray();
        int[] losing = IntStream.concat(cells(occasion, to, step.losing()), cells(occasion, from, step.gaining()))
                .toArray();
        int[] changed = changed(occasion, step, sum -> sum.get(from) != sum.get(to));
        return new Shift.Way(gaining, losing, changed);
    }

    /** The gaining groups grow, the losing ones shrink, on every occasion; where the figure stands in one of its states. */
    private Shift coming(Figures.Place place, BitSet within, Steps.Step step) {
        int[] groups = IntStream.of(step.changed())
                .map(group -> figures.id(0, 0, group))
                .toArray();
        List<List<Shift.Way>> ways = new ArrayList<>();
        for (int occasion = 0; occasion < occasions; occasion++) {
            List<Shift.Way> here = new ArrayList<>();
            for (int state = 0; state < states; state++) {
                if (occasion != place.occasion() || within.get(state)) {
                    here.add(coming(occasion, state, step));
                }
            }
            ways.add(here);
        }
        return new Shift(groups, ways);
    }

    private Shift.Way coming(int occasion, int state, Steps.Step step) {
        return new Shift.Way(
                cells(occasion, state, step.gaining()).toArray(),
                cells(occasion, state, step.losing()).toArray(),
                changed(occasion, step, sum -> sum.get(state)));
    }

    private IntStream cells(int occasion, int state, int[] leaves) {
        return IntStream.of(leaves).map(leaf -> figures.cell(occasion, state, leaf));
    }

    private int[] changed(int occasion, Steps.Step step, Predicate<BitSet> of) {
        return IntStream.range(1, figures.sums().size())
                .filter(sum -> of.test(figures.sums().get(sum).states()))
                .flatMap(sum -> IntStream.of(step.changed()).map(group -> figures.id(occasion, sum, group)))
                .toArray();
    }
}
