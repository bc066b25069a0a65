package se.utfall.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.utfall.register.Fact;
import se.utfall.register.Register.Applied;

/** Rows on their way into the register in one transaction. */
final class Batch {
    static final int LARGEST = 5_000;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Noted> noted = new ArrayList<>();
    private final List<RowOutcome> withLocalCodes = new ArrayList<>();
    private final Set<Integer> flagged = new HashSet<>();
    private int rows;
    private int rejected;
    private int trimmed;

    void add(RowOutcome row) {
        rows++;
        trimmed += row.trimmed();
        Fact fact = row.fact();
        if (fact == null) {
            rejected++;
            row.faults()
                    .forEach(f -> noted.add(
                            Noted.reject(row.line(), f.column(), f.code().name())));
            return;
        }
        facts.add(fact);
        row.unknownReasons().forEach(c -> flag(row.line(), c, FlagCode.ORSAK_OKAND));
        row.blocked().forEach(c -> block(row.line(), c));
        if (!row.localCodes().isEmpty()) {
            withLocalCodes.add(row);
        }
    }

    private void block(int line, String column) {
        flagged.add(line);
        noted.add(Noted.note(column, FlagCode.KOD_SPARRAD.name(), 1));
    }

    void flag(int line, String column, FlagCode code) {
        flagged.add(line);
        noted.add(Noted.flag(line, column, code.name()));
    }

    boolean isFull() {
        return rows == LARGEST;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Noted> noted() {
        return noted;
    }

    List<RowOutcome> withLocalCodes() {
        return withLocalCodes;
    }

    /** The batch's balance with the register's answer; one that does not close throws, and nothing of the batch stays. */
    Tally tally(Applied applied) {
        Set<Integer> refused = new HashSet<>();
        applied.refused().forEach(r -> {
            refused.add(r.line());
            noted.add(Noted.reject(r.line(), r.column(), r.code()));
        });
        applied.flagged().forEach(f -> {
            flagged.add(f.line());
            noted.add(Noted.flag(f.line(), f.column(), f.code()));
        });
        return new Tally(
                rows,
                applied.loaded(),
                applied.replaced(),
                applied.unchanged(),
                applied.superseded(),
                applied.removed(),
                rejected + refused.size(),
                applied.waiting(),
                trimmed,
                flagged.size());
    }
}
