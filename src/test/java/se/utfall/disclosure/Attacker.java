package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows a cleared table and how its figures add up, nothing else: solves for the withheld ones. Unknowns are the cells (one state, one leaf group, one occasion);
 * each shown figure is an equation, and the persons of a leaf group are as many on every occasion. Bounds by propagation, certainty by trying values out.
 */
final class Attacker {
    private static final int CEILING = 200;
    private final List<State> states;
    private final Map<List<String>, Integer> cells = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private final int[] low;
    private final int[] high;

    /** The first {@code plus} cells less the others are {@code value}. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Equation(int[] plus, int[] minus, long value) {
        long missing(int[] cells) {
            return value - sum(plus, cells) + sum(minus, cells);
        }

        int sign(int cell) {
            return Arrays.stream(plus).anyMatch(c -> c == cell) ? 1 : -1;
        }
    }

    /** A withheld count: the cells it is the sum of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Target(String what, int[] cells) {}

    Attacker(ClearedTable table, List<State> states) {
        this.states = states;
        table.rows().stream()
                .filter(r -> !r.group().contains(Dimension.TOTAL))
                .forEach(r -> states.forEach(s -> cells.put(key(r.occasion(), r.group(), s.name()), cells.size())));
        for (ClearedTable.Row row : table.rows()) {
            for (int c = 0; c < table.columns().size(); c++) {
                if (row.counts().get(c) instanceof Figure.Shown shown) {
                    equations.add(new Equation(cellsOf(row, table.columns().get(c)), new int[0], shown.value()));
                }
            }
            sameOnEveryOccasion(table.rows().get(0).occasion(), row);
        }
        low = new int[cells.size()];
        high = new int[cells.size()];
        Arrays.fill(high, CEILING);
        if (!narrow(low, high, equations)) {
            throw new IllegalStateException("the shown figures contradict each other");
        }
    }

    private static List<String> key(String occasion, List<String> group, String state) {
        List<String> key = new ArrayList<>(group);
        key.add(occasion);
        key.add(state);
        return key;
    }

    private void sameOnEveryOccasion(String first, ClearedTable.Row row) {
        if (!row.group().contains(Dimension.TOTAL) && !row.occasion().equals(first)) {
            ClearedTable.Row other = new ClearedTable.Row(first, row.group(), List.of(), row.share(), row.coverage());
            equations.add(new Equation(cellsOf(row, ClearedTable.PERSONS), cellsOf(other, ClearedTable.PERSONS), 0));
        }
    }

    private int[] cellsOf(ClearedTable.Row row, String column) {
        return cells.entrySet().stream()
                .filter(e -> e.getKey().get(row.group().size()).equals(row.occasion()))
                .filter(e -> within(e.getKey(), row.group()))
                .filter(e -> counts(column, e.getKey().get(row.group().size() + 1)))
                .mapToInt(Map.Entry::getValue)
                .sorted()
                .toArray();
    }

    private static boolean within(List<String> key, List<String> group) {
        for (int d = 0; d < group.size(); d++) {
            if (!group.get(d).equals(Dimension.TOTAL) && !group.get(d).equals(key.get(d))) {
                return false;
            }
        }
        return true;
    }

    private boolean counts(String column, String state) {
        State.Kind kind = states.stream()
                .filter(s -> s.name().equals(state))
                .findFirst()
                .orElseThrow()
                .kind();
        return switch (column) {
            case ClearedTable.PERSONS -> true;
            case ClearedTable.BASE -> kind == State.Kind.COUNTED || kind == State.Kind.REST;
            case ClearedTable.REST -> kind == State.Kind.REST;
            default -> column.equals(state);
        };
    }

    List<Target> withheld(ClearedTable table) {
        List<Target> targets = new ArrayList<>();
        for (ClearedTable.Row row : table.rows()) {
            for (int c = 0; c < table.columns().size(); c++) {
                if (!row.counts().get(c).shown()) {
                    String column = table.columns().get(c);
                    targets.add(new Target(row.occasion() + row.group() + column, cellsOf(row, column)));
                }
            }
        }
        return targets;
    }

    /** Values that bounds leave; never fewer than are possible. */
    long width(Target target) {
        return sum(target.cells(), high) - sum(target.cells(), low) + 1;
    }

    /**
     * How many values each withheld count can have, counted up to {@code enough}: for each value a whole table with the shown figures is found. The true table only says
     * where to look first.
     */
    List<Integer> possible(List<Target> targets, FrequencyTable truth, int enough) {
        int[] guide = guide(truth);
        List<Set<Long>> seen =
                targets.stream().<Set<Long>>map(t -> new HashSet<>()).toList();
        note(targets, seen, guide);
        for (int t = 0; t < targets.size(); t++) {
            long real = sum(targets.get(t).cells(), guide);
            for (int step = 1; step < enough && seen.get(t).size() < enough; step++) {
                suppose(targets, seen, t, real + step, guide);
                suppose(targets, seen, t, real - step, guide);
            }
        }
        return seen.stream().map(Set::size).toList();
    }

    private void suppose(List<Target> targets, List<Set<Long>> seen, int at, long value, int[] guide) {
        Target target = targets.get(at);
        if (!seen.get(at).contains(value) && value >= sum(target.cells(), low) && value <= sum(target.cells(), high)) {
            List<Equation> supposing = new ArrayList<>(equations);
            supposing.add(new Equation(target.cells(), new int[0], value));
            int[] found = solved(supposing, guide);
            if (found != null) {
                note(targets, seen, found);
            }
        }
    }

    private static void note(List<Target> targets, List<Set<Long>> seen, int[] table) {
        for (int t = 0; t < targets.size(); t++) {
            seen.get(t).add(sum(targets.get(t).cells(), table));
        }
    }

    private int[] guide(FrequencyTable truth) {
        int[] guide = new int[cells.size()];
        int groupLength = truth.by().size();
        cells.forEach((key, cell) -> {
            int[] at = new int[groupLength];
            for (int d = 0; d < groupLength; d++) {
                at[d] = truth.by().get(d).categories().indexOf(key.get(d));
            }
            int occasion = truth.occasions().indexOf(key.get(groupLength));
            int state = states.stream().map(State::name).toList().indexOf(key.get(groupLength + 1));
            guide[cell] = (int) truth.count(occasion, state, truth.grid().leaf(at));
        });
        return guide;
    }

    /** Tries again in other orders: a bad start can take for ever. Null when no table was found. */
    private int @Nullable [] solved(List<Equation> equations, int[] guide) {
        int[] found = null;
        for (int start = 0; start < 60 && found == null; start++) {
            found = solved(low, high, equations, guide, new Random(start), new int[] {400});
        }
        return found;
    }

    private static int @Nullable [] solved(
            int[] low, int[] high, List<Equation> equations, int[] guide, Random order, int[] tries) {
        int[] lower = low.clone();
        int[] upper = high.clone();
        if (tries[0]-- < 0 || !narrow(lower, upper, equations)) {
            return null;
        }
        int[] near = new int[low.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.max(lower[i], Math.min(upper[i], guide[i]));
        }
        Equation repair = wrong(equations, near, order);
        if (repair == null) {
            return near;
        }
        int cell = open(repair, lower, upper, order);
        int first = lower[cell];
        int last = upper[cell];
        long wanted = near[cell] + repair.sign(cell) * repair.missing(near);
        int start = (int) Math.max(first, Math.min(last, wanted));
        for (int step = 0; step <= 2 * (last - first) + 1; step++) {
            int value = start + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
            lower[cell] = value;
            upper[cell] = value;
            boolean within = value >= first && value <= last;
            int[] found = within ? solved(lower, upper, equations, guide, order, tries) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** One of the equations that do not hold yet. */
    private static @Nullable Equation wrong(List<Equation> equations, int[] cells, Random order) {
        Equation chosen = null;
        int count = 0;
        for (Equation e : equations) {
            if (e.missing(cells) != 0 && order.nextInt(++count) == 0) {
                chosen = e;
            }
        }
        return chosen;
    }

    private static int open(Equation of, int[] low, int[] high, Random order) {
        int chosen = -1;
        int count = 0;
        for (int[] side : new int[][] {of.plus(), of.minus()}) {
            for (int cell : side) {
                if (low[cell] < high[cell] && order.nextInt(++count) == 0) {
                    chosen = cell;
                }
            }
        }
        return chosen;
    }

    /** Tightens bounds until nothing moves; false when an equation cannot hold. */
    private static boolean narrow(int[] low, int[] high, List<Equation> equations) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Equation e : equations) {
                long least = sum(e.plus(), low) - sum(e.minus(), high);
                long most = sum(e.plus(), high) - sum(e.minus(), low);
                if (e.value() < least || e.value() > most) {
                    return false;
                }
                moved |= tighten(e.plus(), low, high, e.value() - least, most - e.value());
                moved |= tighten(e.minus(), low, high, most - e.value(), e.value() - least);
            }
        }
        return true;
    }

    private static boolean tighten(int[] cells, int[] low, int[] high, long above, long below) {
        boolean moved = false;
        for (int cell : cells) {
            int span = high[cell] - low[cell];
            if (span > above) {
                high[cell] = low[cell] + (int) above;
                moved = true;
            }
            if (span > below) {
                low[cell] = Math.max(low[cell], high[cell] - (int) Math.min(below, span));
                moved = true;
            }
        }
        return moved;
    }

    private static long sum(int[] cells, int[] of) {
        long sum = 0;
        for (int cell : cells) {
            sum += of[cell];
        }
        return sum;
    }
}
