package se.utfall.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a batch's rows, counted: every row has one fate or was refused. */
final class Fates {
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final List<Register.RowRefusal> refused = new ArrayList<>();
    private final Set<Register.RowFlag> flagged = new LinkedHashSet<>();
    private int waiting;

    void count(Fate fate) {
        counts.merge(fate, 1, Integer::sum);
    }

    void waits() {
        waiting++;
    }

    void refuse(int line, String column, RowRule rule) {
        refused.add(new Register.RowRefusal(line, column, rule.name()));
    }

    void flag(int line, String column, RowRule rule) {
        flagged.add(new Register.RowFlag(line, column, rule.name()));
    }

    Register.Applied applied() {
        return new Register.Applied(
                of(Fate.LOADED),
                of(Fate.REPLACED),
                of(Fate.UNCHANGED),
                of(Fate.SUPERSEDED),
                of(Fate.REMOVED),
                waiting,
                List.copyOf(refused),
                List.copyOf(flagged));
    }

    private int of(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }
}
