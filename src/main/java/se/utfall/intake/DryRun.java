package se.utfall.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The first pass over a file: counts what would be rejected and loads nothing. */
final class DryRun {
    /** Lines kept of a file that is set aside for its rows; enough to see what is wrong with it. */
    private static final int LINES = 10_000;

    private final List<Noted> faults = new ArrayList<>();
    private int rejected;
    private int bad;

    static DryRun over(Iterator<CsvRow> rows, RowReading reading) {
        DryRun run = new DryRun();
        while (rows.hasNext()) {
            run.count(reading.read(rows.next()));
        }
        return run;
    }

    private void count(RowOutcome row) {
        if (row.rejected()) {
            rejected++;
            bad += row.bad() ? 1 : 0;
            if (faults.size() < LINES) {
                row.faults()
                        .forEach(f -> faults.add(
                                Noted.reject(row.line(), f.column(), f.code().name())));
            }
        }
    }

    int rejected() {
        return rejected;
    }

    /** Rejected rows that count towards the share. */
    int bad() {
        return bad;
    }

    List<Noted> faults() {
        return faults;
    }
}
