package se.utfall.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of a case-system file, streamed: first the header, then the data records. Blank lines at the end are none; one before a record counts
 * as a record with too few fields.
 */
final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
    /** Characters of the longest field that is read at all. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final RowHandler handler = new RowHandler();
    private final CloseableIterator<CsvRow> records;
    private final Deque<CsvRow> ready = new ArrayDeque<>();

    private CsvRows(StrictText text) {
        records = CsvReader.builder()
                .fieldSeparator(';')
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, text)
                .iterator();
    }

    static CsvRows open(InputStream in, Charset charset) throws IOException {
        return new CsvRows(StrictText.open(in, charset));
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            look();
        }
        return !ready.isEmpty();
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void look() {
        try {
            while (records.hasNext()) {
                CsvRow row = records.next();
                ready.add(row);
                if (!row.blank()) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw refusal(e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("the file could not be read", e.getCause());
        }
        ready.clear();
    }

    private FileRefusedException refusal(CsvParseException e) {
        return e.getCause() instanceof FileRefusedException refused
                ? refused
                : FileRefusedException.at(FileFault.CITAT, handler.line());
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
