package se.utfall.linkage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code resultat.csv} (contract 2): aggregates with decimal comma. Another column, or an n from 1 to 4, refuses the delivery; so does what could be somebody's
 * number. A row that cannot be read is set aside.
 *
 * @param rows all of the file's, those set aside included
 */
record ResultTable(List<ResultRow> taken, long rows, Map<SetAside, Long> setAside) {
    static final String FILE = "resultat.csv";
    static final List<String> COLUMNS = List.of("tabell", "grupp", "matt", "varde", "standardfel", "n");
    private static final int MOST_ROWS = 200_000;
    private static final int SMALLEST_GROUP = 5;
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,15}(,[0-9]{1,15})?");
    private static final Pattern ERROR = Pattern.compile("[0-9]{1,15}(,[0-9]{1,15})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    /** Ten or twelve digits that could be somebody. */
    private static final Pattern PERSON = Pattern.compile("(?<![0-9])([0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}(?![0-9])");

    static ResultTable read(InputStream content) throws IOException {
        RowScanner scanner = new RowScanner(content, FILE);
        int[] order = columns(scanner);
        List<ResultRow> taken = new ArrayList<>();
        Map<SetAside, Long> setAside = new EnumMap<>(SetAside.class);
        long rows = 0;
        while (scanner.next()) {
            if (++rows > MOST_ROWS) {
                throw Refusal.of("RESULTAT_STORT", FILE, MOST_ROWS);
            }
            if (scanner.fields() != COLUMNS.size()) {
                setAside.merge(SetAside.FALT, 1L, Long::sum);
                continue;
            }
            ResultRow row = row(scanner, order);
            if (row == null) {
                setAside.merge(SetAside.OGILTIGT_VARDE, 1L, Long::sum);
            } else {
                taken.add(row);
            }
        }
        return new ResultTable(taken, rows, setAside);
    }

    /** The place of each of {@link #COLUMNS}; names without regard to case, in any order. */
    private static int[] columns(RowScanner scanner) throws IOException {
        List<String> names = new ArrayList<>();
        if (scanner.next()) {
            for (int i = 0; i < scanner.fields(); i++) {
                names.add(scanner.text(i).strip().toLowerCase(Locale.ROOT));
            }
        }
        if (!names.isEmpty() && names.get(0).startsWith("\uFEFF")) {
            throw Refusal.of("BOM", FILE);
        }
        if (names.size() != COLUMNS.size() || !names.containsAll(COLUMNS)) {
            throw Refusal.of("RESULTAT_KOLUMNER", FILE, String.join(", ", COLUMNS));
        }
        return COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    /** Null for a row that cannot be read. */
    private static @Nullable ResultRow row(RowScanner scanner, int[] order) {
        String[] cells = new String[order.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = scanner.text(order[i]).strip();
        }
        requireLargeEnough(scanner, cells[5]);
        for (int i = 0; i < 3; i++) {
            if (PERSON.matcher(cells[i]).find()) {
                throw Refusal.of("RESULTAT_PERSON", FILE, scanner.line(), COLUMNS.get(i));
            }
        }
        boolean figures = (missing(cells[3]) || VALUE.matcher(cells[3]).matches())
                && (missing(cells[4]) || ERROR.matcher(cells[4]).matches())
                && (missing(cells[5]) || NUMBER.matcher(cells[5]).matches());
        boolean texts = !cells[0].isEmpty()
                && !cells[2].isEmpty()
                && TEXT.matcher(cells[0] + cells[1] + cells[2]).matches();
        boolean withoutBase = missing(cells[5]) && !(missing(cells[3]) && missing(cells[4]));
        if (!figures || !texts || withoutBase) {
            return null;
        }
        return new ResultRow(cells[0], cells[1], cells[2], figure(cells[3]), figure(cells[4]), figure(cells[5]));
    }

    private static void requireLargeEnough(RowScanner scanner, String n) {
        if (NUMBER.matcher(n).matches()) {
            long persons = Long.parseLong(n);
            if (persons > 0 && persons < SMALLEST_GROUP) {
                throw Refusal.of("RESULTAT_LITET_N", FILE, scanner.line());
            }
        }
    }

    private static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals(".");
    }

    private static @Nullable String figure(String cell) {
        return missing(cell) ? null : cell;
    }

    /** As it lies sealed. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(taken.size());
        for (ResultRow row : taken) {
            out.writeUTF(row.table());
            out.writeUTF(row.group());
            out.writeUTF(row.measure());
            out.writeUTF(text(row.value()));
            out.writeUTF(text(row.standardError()));
            out.writeUTF(text(row.n()));
        }
    }

    static List<ResultRow> readSealed(DataInputStream in) throws IOException {
        List<ResultRow> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new ResultRow(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    figure(in.readUTF()),
                    figure(in.readUTF()),
                    figure(in.readUTF())));
        }
        return rows;
    }

    /** As it is handed on: the contract's columns in the contract's order, UTF-8, LF. */
    static void writeCsv(List<ResultRow> rows, OutputStream out) throws IOException {
        out.write((String.join(";", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8));
        for (ResultRow row : rows) {
            String line = String.join(
                    ";",
                    quoted(row.table()),
                    quoted(row.group()),
                    quoted(row.measure()),
                    text(row.value()),
                    text(row.standardError()),
                    text(row.n()));
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String quoted(String text) {
        return text.contains(";") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(@Nullable String figure) {
        return figure == null ? "" : figure;
    }
}
