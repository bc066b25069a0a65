package se.utfall.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The dataset as workbooks: its rows (on several sheets when there are more than one holds; numbers as numbers, dates as dates, missing as blank beside its
 * {@code _mis}) and its cleared tables. Rows are read from the text file and written as they come; strings stand in their cells, so that memory does not grow with them.
 */
final class Excel {
    static final String ROWS = "excel/outcomes.xlsx";
    static final String TABLES = "excel/tables.xlsx";
    private static final String MAKER = "Utfall";
    private static final String MAKER_VERSION = "1.0";
    private final Content content;
    private final long most;

    Excel(Content content, long most) {
        this.content = content;
        this.most = most;
    }

    /** Whether the rows are few enough for a workbook. */
    boolean rowsWritten() {
        return content.rows() <= most;
    }

    void write(BuildFolder folder, Tables tables) throws IOException {
        Files.createDirectory(folder.root().resolve("excel"));
        if (rowsWritten()) {
            try (OutputStream out = Files.newOutputStream(folder.root().resolve(ROWS));
                    Workbook book = new Workbook(out, MAKER, MAKER_VERSION)) {
                Path csv = folder.root().resolve(Building.CSV);
                new ExcelRows(book, content.columns()).write(csv);
                codebook(book);
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.root().resolve(TABLES));
                Workbook book = new Workbook(out, MAKER, MAKER_VERSION)) {
            for (StatTable table : tables.made()) {
                sheet(book, table);
            }
            notMade(book, tables);
        }
    }

    private void codebook(Workbook book) throws IOException {
        Codebook codebook = new Codebook(content.columns());
        texts(book, "codebook", Codebook.HEADER, codebook.lines());
        texts(book, "codes", Codebook.CODES_HEADER, codebook.codes());
    }

    private static void notMade(Workbook book, Tables tables) throws IOException {
        List<String> header = List.of("table", "breakdown", "reason", "reason_sv", "reason_en");
        texts(
                book,
                "not-made",
                header,
                tables.notMade().stream().map(Tables.NotMade::cells).toList());
    }

    private static void texts(Workbook book, String name, List<String> header, List<List<String>> rows)
            throws IOException {
        Worksheet sheet = sheet(book, name, header);
        int at = 1;
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                if (!row.get(c).isEmpty()) {
                    sheet.value(at, c, row.get(c));
                }
            }
            at++;
        }
        sheet.finish();
    }

    private static void sheet(Workbook book, StatTable table) throws IOException {
        Worksheet sheet = sheet(book, table.name(), table.names());
        int at = 1;
        for (List<String> row : table.rows()) {
            for (int c = 0; c < row.size(); c++) {
                cell(sheet, at, c, table.header().get(c).kind(), row.get(c));
            }
            at++;
        }
        sheet.finish();
    }

    /** SUP and NAP stay words: a blank would not tell them apart. */
    private static void cell(Worksheet sheet, int row, int column, StatTable.Kind kind, String cell) {
        if (kind != StatTable.Kind.TEXT && cell.matches("-?[0-9]+(,[0-9]+)?")) {
            sheet.value(row, column, (Number) Double.valueOf(cell.replace(',', '.')));
        } else if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
        }
    }

    /** With a bold header that stays in sight. */
    static Worksheet sheet(Workbook book, String name, List<String> header) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int c = 0; c < header.size(); c++) {
            sheet.value(0, c, header.get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, Math.min(40, Math.max(11, header.get(c).length() + 2)));
        }
        return sheet;
    }

    void describe(DataPackage descriptor) throws IOException {
        if (rowsWritten()) {
            descriptor.workbook("outcomes-xlsx", ROWS);
        }
        descriptor.workbook("tables-xlsx", TABLES);
    }
}
