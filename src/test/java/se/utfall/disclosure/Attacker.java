package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows a cleared table and how its figures add up, nothing else. Tries out for each withheld figure which values it can have: a value is possible when the persons of
 * every group can be put into states so that all shown figures hold.
 */
final class Attacker {
    private final ClearedTable table;
    private final int states;

    Attacker(ClearedTable table) {
        this.table = table;
        this.states = table.properties().size() + 2;
    }

    /** A withheld figure of a row: the count of a state; the state outside stands for the base. */
    record Target(ClearedTable.Row row, int state) {}

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (ClearedTable.Row row : table.rows()) {
            if (!row.base().shown()) {
                targets.add(new Target(row, states - 1));
            }
            for (int p = 0; p < row.results().size(); p++) {
                if (!row.results().get(p).count().shown()) {
                    targets.add(new Target(row, p));
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
            boolean asked =
                    target.row().total() || row.dimension().equals(target.row().dimension());
            if (row.occasion().equals(target.row().occasion()) && asked && !row.total()) {
                dimensions
                        .computeIfAbsent(row.dimension(), k -> new ArrayList<>())
                        .add(row);
            }
        }
        return List.copyOf(dimensions.values());
    }

    /** Rows give their persons to states; a state takes as many as its total says, or any number when that is withheld. */
    private boolean possible(List<ClearedTable.Row> rows, Target target, long value) {
        ClearedTable.Row all = table.rows().stream()
                .filter(r -> r.total() && r.occasion().equals(target.row().occasion()))
                .findFirst()
                .orElseThrow();
        long[] wanted = known(all, target, value);
        long[] left = new long[rows.size()];
        boolean[][] open = new boolean[rows.size()][states];
        for (int r = 0; r < rows.size(); r++) {
            long[] known = known(rows.get(r), target, value);
            left[r] = rows.get(r).persons();
            for (int s = 0; s < states; s++) {
                open[r][s] = known[s] < 0;
                left[r] -= Math.max(0, known[s]);
                wanted[s] -= wanted[s] < 0 ? 0 : Math.max(0, known[s]);
                if (wanted[s] < 0 && known(all, target, value)[s] >= 0) {
                    return false;
                }
            }
            if (left[r] < 0) {
                return false;
            }
        }
        return filled(left, wanted, known(all, target, value), open);
    }

    /** What is known of each state of a row, -1 where nothing is. */
    private long[] known(ClearedTable.Row row, Target target, long value) {
        long[] known = new long[states];
        Arrays.fill(known, -1);
        if (row.base() instanceof Figure.Shown base) {
            known[states - 1] = row.persons() - base.value();
        }
        for (int p = 0; p < states - 2; p++) {
            if (row.results().get(p).count() instanceof Figure.Shown count) {
                known[p] = count.value();
            }
        }
        if (row.equals(target.row())) {
            known[target.state()] = value;
        }
        long others = 0;
        for (int s = 0; s < states; s++) {
            others += s == states - 2 ? 0 : known[s] < 0 ? Long.MIN_VALUE / 8 : known[s];
        }
        known[states - 2] = others < 0 ? -1 : row.persons() - others;
        if (others >= 0 && others > row.persons()) {
            known[states - 2] = row.persons() + 1;
        }
        return known;
    }

    /** Whether what is left in the rows fills the states that want so many exactly, and the rest fits where any number does. */
    private boolean filled(long[] left, long[] wanted, long[] totals, boolean[][] open) {
        int rows = left.length;
        long[][] capacity = new long[rows + states + 2][rows + states + 2];
        int from = rows + states;
        int to = from + 1;
        long exact = 0;
        long all = 0;
        for (int r = 0; r < rows; r++) {
            capacity[from][r] = left[r];
            all += left[r];
            for (int s = 0; s < states; s++) {
                capacity[r][rows + s] = open[r][s] ? left[r] : 0;
            }
        }
        for (int s = 0; s < states; s++) {
            capacity[rows + s][to] = totals[s] < 0 ? 0 : wanted[s];
            exact += totals[s] < 0 ? 0 : wanted[s];
        }
        long first = flow(capacity, from, to);
        for (int s = 0; s < states; s++) {
            capacity[rows + s][to] += totals[s] < 0 ? all : 0;
        }
        return first == exact && first + flow(capacity, from, to) == all;
    }

    /** By single persons, depth first: slow and plain. */
    private static long flow(long[][] capacity, int from, int to) {
        long flow = 0;
        while (pushed(capacity, from, to, new boolean[capacity.length])) {
            flow++;
        }
        return flow;
    }

    private static boolean pushed(long[][] capacity, int at, int to, boolean[] seen) {
        if (at == to) {
            return true;
        }
        seen[at] = true;
        for (int next = 0; next < capacity.length; next++) {
            if (!seen[next] && capacity[at][next] > 0 && pushed(capacity, next, to, seen)) {
                capacity[at][next]--;
                capacity[next][at]++;
                return true;
            }
        }
        return false;
    }
}
