package se.utfall.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Streams one delivered table into a grid, row by row, setting aside what cannot be linked. No object is made per row. */
final class TableReading {
    private final String file;
    private final int persons;
    private final IntPredicate recalled;
    private final Map<SetAside, Long> setAside = new EnumMap<>(SetAside.class);
    private long rows;
    private long trimmed;
    private int from;
    private int to;

    TableReading(String file, int persons, IntPredicate recalled) {
        this.file = file;
        this.persons = persons;
        this.recalled = recalled;
    }

    /** A read table: the grid and what its ledger counts. */
    record ReadTable(TableGrid grid, long rows, Map<SetAside, Long> setAside, long trimmed, List<String> dropped) {
        long linked() {
            return rows - setAside.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    ReadTable read(InputStream content, Mapping mapping, List<Mapping.Column> ordered, Coverage coverage)
            throws IOException {
        RowScanner scanner = new RowScanner(content, file);
        TableColumns columns = TableColumns.of(file, mapping, ordered, header(scanner));
        List<ColumnReading> readings =
                ordered.stream().map(c -> new ColumnReading(c, file)).toList();
        TableGrid grid = new TableGrid(persons, coverage, readings);
        ColumnReading[] byColumn = readings.toArray(new ColumnReading[0]);
        int[] positions =
                columns.positions().stream().mapToInt(Integer::intValue).toArray();
        long[] values = new long[byColumn.length];
        while (scanner.next()) {
            rows++;
            SetAside reason = link(scanner, columns, positions, byColumn, values, grid);
            if (reason != null) {
                setAside.merge(reason, 1L, Long::sum);
            }
        }
        long duplicates = grid.settle();
        if (duplicates > 0) {
            setAside.put(SetAside.DUBBLETT, duplicates);
        }
        return new ReadTable(grid, rows, setAside, trimmed, columns.dropped());
    }

    private List<String> header(RowScanner scanner) throws IOException {
        if (!scanner.next() || scanner.fields() == 0) {
            throw Refusal.of("KOLUMN_SAKNAS", file, "lopnr");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            names.add(scanner.text(i));
        }
        if (names.get(0).startsWith("\uFEFF")) {
            throw Refusal.of("BOM", file);
        }
        return names;
    }

    private @Nullable SetAside link(
            RowScanner row,
            TableColumns columns,
            int[] positions,
            ColumnReading[] readings,
            long[] values,
            TableGrid grid) {
        if (row.fields() != columns.fields()) {
            return SetAside.FALT;
        }
        int runningNumber = runningNumber(row, columns.runningNumber());
        if (runningNumber < 1 || runningNumber > persons) {
            return SetAside.OKANT_LOPNR;
        }
        if (recalled.test(runningNumber)) {
            return SetAside.ATERKALLAD;
        }
        int position = position(row, columns.period(), grid.coverage());
        if (position < 0) {
            return SetAside.PERIOD;
        }
        int cell = grid.cell(runningNumber, position);
        int reused = mark(row, columns.reused());
        if (reused == 1) {
            grid.setAside(cell);
            return SetAside.ATERPNR;
        }
        int latest = mark(row, columns.latest());
        if (reused < 0 || latest < 0 || !values(row, positions, readings, values)) {
            grid.setAside(cell);
            return SetAside.OGILTIGT_VARDE;
        }
        grid.offer(cell, values, latest == 1);
        return null;
    }

    private boolean values(RowScanner row, int[] positions, ColumnReading[] readings, long[] values) {
        for (int i = 0; i < values.length; i++) {
            slice(row, positions[i]);
            values[i] = readings[i].read(row.bytes(), from, to);
            if (values[i] == ColumnReading.INVALID) {
                return false;
            }
        }
        return true;
    }

    private int runningNumber(RowScanner row, int column) {
        slice(row, column);
        long number = Cells.digits(row.bytes(), from, to);
        return number > persons ? -1 : (int) number;
    }

    private int position(RowScanner row, int column, Coverage coverage) {
        slice(row, column);
        int month = Cells.period(row.bytes(), from, to, coverage.register().yearly());
        return month < 0 ? -1 : coverage.position(month);
    }

    /** 1, 0 (also when missing or without the column), or -1 for anything else. */
    private int mark(RowScanner row, int column) {
        if (column < 0) {
            return 0;
        }
        slice(row, column);
        if (Cells.missing(row.bytes(), from, to)) {
            return 0;
        }
        long mark = Cells.digits(row.bytes(), from, to);
        return mark == 0 || mark == 1 ? (int) mark : -1;
    }

    /** The field without blanks around it. */
    private void slice(RowScanner row, int field) {
        byte[] b = row.bytes();
        from = row.start(field);
        to = row.end(field);
        if (to > from && (Cells.blank(b[from]) || Cells.blank(b[to - 1]))) {
            trimmed++;
            while (to > from && Cells.blank(b[to - 1])) {
                to--;
            }
            while (from < to && Cells.blank(b[from])) {
                from++;
            }
        }
    }
}
