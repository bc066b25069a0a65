package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Knows a cleared table and how its figures add up, nothing else. Tries out for each withheld figure which values it can have: a value is possible when a whole table of
 * persons with it and with all shown figures can be filled. Found by filling rows one after the other, not by the flows that the room itself reckons with.
 */
final class Attacker {
    private final ClearedTable table;
    private final int states;

    Attacker(ClearedTable table) {
        this.table = table;
        this.states = table.properties().size() + 2;
    }

    /** A withheld figure of a row: the property's count, or those without it, or (property -1) the base. */
    record Target(ClearedTable.Row row, int property, boolean without) {}

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (ClearedTable.Row row : table.rows()) {
            if (!row.base().shown()) {
                targets.add(new Target(row, -1, false));
            }
            for (int p = 0; p < row.results().size(); p++) {
                if (!row.results().get(p).count().shown()) {
                    targets.add(new Target(row, p, false));
                    targets.add(new Target(row, p, true));
                }
            }
        }
        return targets;
    }

    /** How many values the target can have, counted up to {@code enough}. */
    int values(Target target, int enough) {
        List<List<ClearedTable.Row>> dimensions = dimensions(target);
        int values = 0;
        for (long value = 0; value <= target.row().persons() && values < enough; value++) {
            long supposed = value;
            values += dimensions.stream().allMatch(rows -> possible(rows, target, supposed)) ? 1 : 0;
        }
        return values;
    }

    /** The target's dimension; of the totals all, each by itself. */
    private List<List<ClearedTable.Row>> dimensions(Target target) {
        Map<String, List<ClearedTable.Row>> dimensions = new LinkedHashMap<>();
        for (ClearedTable.Row row : table.rows()) {
            boolean asked = target.row().total() || row.dimension().equals(target.row().dimension());
            if (row.occasion().equals(target.row().occasion()) && asked && !row.total()) {
                dimensions.computeIfAbsent(row.dimension(), k -> new ArrayList<>()).add(row);
            }
        }
        return List.copyOf(dimensions.values());
    }

    /** Which sums over the rows so far can be reached; those of all rows must be the totals'. */
    private boolean possible(List<ClearedTable.Row> rows, Target target, long value) {
        ClearedTable.Row totals = table.rows().stream()
                .filter(r -> r.total() && r.occasion().equals(target.row().occasion()))
                .findFirst()
                .orElseThrow();
        Set<List<Long>> sums = Set.of(Collections.nCopies(states, 0L));
        for (ClearedTable.Row row : rows) {
            List<long[]> fillings = fillings(row, target, value);
            Set<List<Long>> next = new HashSet<>();
            for (List<Long> sum : sums) {
                for (long[] filling : fillings) {
                    List<Long> more = new ArrayList<>();
                    boolean within = true;
                    for (int s = 0; s < states; s++) {
                        more.add(sum.get(s) + filling[s]);
                        within &= more.get(s) <= most(totals, s);
                    }
                    if (within) {
                        next.add(more);
                    }
                }
            }
            sums = next;
        }
        List<List<Long>> wanted =
                fillings(totals, target, value).stream().map(Attacker::list).toList();
        return sums.stream().anyMatch(wanted::contains);
    }

    private static List<Long> list(long[] values) {
        List<Long> list = new ArrayList<>();
        for (long value : values) {
            list.add(value);
        }
        return list;
    }

    private static long most(ClearedTable.Row totals, int state) {
        boolean property = state < totals.results().size();
        return property && totals.results().get(state).count() instanceof Figure.Shown shown
                ? shown.value()
                : totals.persons();
    }

    /** All ways to fill a row that agree with what is shown of it and with what is supposed. */
    private List<long[]> fillings(ClearedTable.Row row, Target target, long value) {
        List<long[]> fillings = new ArrayList<>();
        fill(row, new long[states], 0, row.persons(), fillings);
        fillings.removeIf(f -> row.equals(target.row()) && measured(f, target) != value);
        return fillings;
    }

    private static long measured(long[] filling, Target target) {
        long base = 0;
        for (int s = 0; s < filling.length - 1; s++) {
            base += filling[s];
        }
        if (target.property() < 0) {
            return base;
        }
        long count = filling[target.property()];
        return target.without() ? base - count : count;
    }

    private void fill(ClearedTable.Row row, long[] filling, int state, long left, List<long[]> fillings) {
        if (state == states - 1) {
            filling[state] = left;
            if (agrees(row, filling)) {
                fillings.add(filling.clone());
            }
            return;
        }
        for (long n = 0; n <= left; n++) {
            filling[state] = n;
            fill(row, filling, state + 1, left - n, fillings);
        }
    }

    private boolean agrees(ClearedTable.Row row, long[] filling) {
        if (!agrees(row.base(), row.persons() - filling[states - 1])) {
            return false;
        }
        for (int p = 0; p < row.results().size(); p++) {
            if (!agrees(Objects.requireNonNull(row.results().get(p)).count(), filling[p])) {
                return false;
            }
        }
        return true;
    }

    private static boolean agrees(Figure figure, long value) {
        return !(figure instanceof Figure.Shown shown) || shown.value() == value;
    }
}
