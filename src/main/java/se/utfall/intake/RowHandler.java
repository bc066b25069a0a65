package se.utfall.intake;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Makes {@link CsvRow}s of what the parser finds; a quote that does not belong refuses the file. */
final class RowHandler extends CsvCallbackHandler<CsvRow> {
    /** No column may hold a line break; a quoted text over more lines than this has lost its end. */
    private static final int MOST_LINE_BREAKS = 20;

    private static final int FIRST_COMBINING = 0x300;
    private List<String> values = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private int line = 1;
    private int trimmed;

    /** The line the record at hand starts on. */
    int line() {
        return line;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return values.size();
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = Math.toIntExact(startingLine);
        values = new ArrayList<>();
        trimmed = 0;
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        String text = new String(buffer, offset, length);
        if (quoted ? text.chars().filter(c -> c == '\n').count() > MOST_LINE_BREAKS : text.indexOf('"') >= 0) {
            throw FileRefusedException.at(FileFault.CITAT, line);
        }
        values.add(trim(normal(text)));
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are off");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
        values.add("");
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, values, trimmed);
    }

    private String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        if (to - from == text.length()) {
            return text;
        }
        trimmed++;
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String normal(String text) {
        return text.chars().anyMatch(c -> c >= FIRST_COMBINING)
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                : text;
    }
}
