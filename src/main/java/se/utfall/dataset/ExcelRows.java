package se.utfall.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.worker.ColumnType;

/** Writes the data's rows, sheet after sheet, each under the same header. */
final class ExcelRows {
    /** A sheet holds 1 048 576 rows, the header among them. */
    private static final int PER_SHEET = (1 << 20) - 1;

    private static final int FLUSH = 500;
    private static final String DATE = "yyyy-mm-dd";
    private final Workbook book;
    private final List<Meaning> columns;
    private final int perSheet;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int at;

    ExcelRows(Workbook book, List<Meaning> columns) {
        this(book, columns, PER_SHEET);
    }

    ExcelRows(Workbook book, List<Meaning> columns, int perSheet) {
        this.book = book;
        this.columns = columns;
        this.perSheet = perSheet;
    }

    void write(Path csv) throws IOException {
        next();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            boolean header = true;
            for (CsvRecord row : records) {
                if (!header) {
                    add(row);
                }
                header = false;
            }
        }
        finish();
    }

    private void add(CsvRecord row) throws IOException {
        if (at > perSheet) {
            finish();
            next();
        }
        Worksheet to = current();
        for (int c = 0; c < columns.size(); c++) {
            String cell = row.getField(c);
            if (!cell.isEmpty()) {
                cell(to, c, columns.get(c).type(), cell);
            }
        }
        if (at % FLUSH == 0) {
            to.flush();
        }
        at++;
    }

    private void cell(Worksheet to, int column, ColumnType type, String cell) {
        switch (type) {
            case VARCHAR -> to.inlineString(at, column, cell);
            case INTEGER, BIGINT -> to.value(at, column, (Number) Long.valueOf(cell));
            case DATE -> {
                to.value(at, column, LocalDate.parse(cell));
                to.style(at, column).format(DATE).set();
            }
        }
    }

    private void next() {
        sheets++;
        sheet = Excel.sheet(
                book,
                sheets == 1 ? "outcomes" : "outcomes " + sheets,
                columns.stream().map(Meaning::name).toList());
        at = 1;
    }

    private void finish() throws IOException {
        current().finish();
    }

    private Worksheet current() {
        Worksheet now = sheet;
        if (now == null) {
            throw new IllegalStateException("no sheet yet");
        }
        return now;
    }
}
