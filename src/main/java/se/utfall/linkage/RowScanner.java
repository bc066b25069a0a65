package se.utfall.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records of a {@code ;}-separated UTF-8 file as byte slices of one reused buffer: no text is made of a field unless asked for. Strict: a byte that is
 * not UTF-8, NUL, a byte order mark, an unbalanced quote or a record above 1 MiB refuses the package (contract 0). Blank lines count only before a later record.
 */
final class RowScanner {
    private static final int LONGEST_RECORD = 1 << 20;
    private static final byte CTRL_Z = 0x1A;
    private static final byte[] SPECIAL = new byte[256];

    static {
        for (byte b : new byte[] {';', '\n', '"', 0}) {
            SPECIAL[b] = 1;
        }
        Arrays.fill(SPECIAL, 128, 256, (byte) 1);
    }

    private final InputStream in;
    private final String file;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[1 << 16];
    private int limit;
    private int at;
    private boolean ended;
    private int recordStart;
    private int fieldStart;
    private int quotedStart;
    private int quotedEnd = -1;
    private int afterQuote;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int fields;
    private boolean nonAscii;
    private long line = 1;
    private long recordLine;
    private long blanks;
    private int held = -1;

    RowScanner(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Moves to the next record; false at the end of the file. */
    boolean next() throws IOException {
        if (held >= 0) {
            return fromHeld();
        }
        while (readRecord()) {
            if (fields > 1 || ends[0] > starts[0]) {
                held = blanks > 0 ? fields : -1;
                return held < 0 || fromHeld();
            }
            blanks++;
        }
        return false;
    }

    /** Blank lines turn out to lie before a record: each is a record without fields. */
    private boolean fromHeld() {
        if (blanks > 0) {
            blanks--;
            fields = 0;
        } else {
            fields = held;
            held = -1;
        }
        return true;
    }

    int fields() {
        return fields;
    }

    byte[] bytes() {
        return buffer;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    String text(int field) {
        return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    long line() {
        return recordLine;
    }

    private boolean readRecord() throws IOException {
        recordStart = at;
        fieldStart = at;
        fields = 0;
        nonAscii = false;
        recordLine = line;
        while (true) {
            skipPlain();
            if (at == limit) {
                if (!more()) {
                    return lastRecord();
                }
            } else if (special(buffer[at])) {
                checkEncoding();
                return true;
            }
        }
    }

    private void skipPlain() {
        byte[] b = buffer;
        int end = limit;
        int i = at;
        while (i < end && SPECIAL[b[i] & 0xff] == 0) {
            i++;
        }
        at = i;
    }

    /** Handles the byte at hand; true when it ends the record. */
    private boolean special(byte b) throws IOException {
        if (b == ';') {
            endField(at);
            fieldStart = ++at;
        } else if (b == '\n') {
            endField(withoutReturn());
            at++;
            line++;
            return true;
        } else if (b == '"') {
            quoted();
        } else if (b == 0) {
            throw Refusal.of("NUL", file, line);
        } else {
            nonAscii = true;
            at++;
        }
        return false;
    }

    private int withoutReturn() {
        return at > fieldStart && buffer[at - 1] == '\r' ? at - 1 : at;
    }

    private boolean lastRecord() throws IOException {
        if (at == recordStart) {
            return false;
        }
        endField(withoutReturn());
        checkEncoding();
        return true;
    }

    private void endField(int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
        }
        if (quotedEnd >= 0 && end != afterQuote) {
            throw Refusal.of("CITAT", file, recordLine);
        }
        starts[fields] = quotedEnd >= 0 ? quotedStart : fieldStart;
        ends[fields++] = quotedEnd >= 0 ? quotedEnd : end;
        quotedEnd = -1;
    }

    /** Reads a quoted field, undoubling its quotes in place. */
    private void quoted() throws IOException {
        if (at != fieldStart) {
            throw Refusal.of("CITAT", file, recordLine);
        }
        quotedStart = ++at;
        quotedEnd = at;
        while (true) {
            if (at == limit && !more()) {
                throw Refusal.of("CITAT", file, recordLine);
            }
            byte b = buffer[at];
            if (b == '"') {
                boolean doubled = (at + 1 < limit || more()) && buffer[at + 1] == '"';
                at++;
                if (!doubled) {
                    afterQuote = at;
                    return;
                }
            } else if (b == 0) {
                throw Refusal.of("NUL", file, line);
            } else if (b == '\n') {
                line++;
            }
            nonAscii |= b < 0;
            buffer[quotedEnd++] = b;
            at++;
        }
    }

    /** Reads on, keeping the record at hand; false at the end of the file. */
    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        keepRecord();
        int before = limit;
        do {
            makeRoom();
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                ended = true;
                limit -= limit > 0 && buffer[limit - 1] == CTRL_Z ? 1 : 0;
            } else {
                limit += read;
            }
        } while (!ended && (limit == before || buffer[limit - 1] == CTRL_Z));
        return limit > before;
    }

    private void keepRecord() {
        int shift = recordStart;
        System.arraycopy(buffer, shift, buffer, 0, limit - shift);
        limit -= shift;
        at -= shift;
        fieldStart -= shift;
        quotedStart -= shift;
        afterQuote -= shift;
        quotedEnd = quotedEnd < 0 ? -1 : quotedEnd - shift;
        for (int i = 0; i < fields; i++) {
            starts[i] -= shift;
            ends[i] -= shift;
        }
        recordStart = 0;
    }

    private void makeRoom() {
        if (limit == buffer.length) {
            if (limit >= LONGEST_RECORD) {
                throw Refusal.of("RADLANGD", file, recordLine);
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
    }

    private void checkEncoding() {
        if (!nonAscii) {
            return;
        }
        try {
            for (int i = 0; i < fields; i++) {
                utf8.reset().decode(ByteBuffer.wrap(buffer, starts[i], ends[i] - starts[i]));
            }
        } catch (CharacterCodingException e) {
            throw Refusal.of("TECKEN", file, recordLine);
        }
    }
}
