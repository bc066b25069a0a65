package se.utfall.exchange;

/**
 * Counts the data records of a {@code ;}-separated file by the rule that linkage reads by (contract 0): a line break in quotes makes no record, blank lines
 * count only before a later record, one Ctrl-Z at the very end is nothing, the header is no data.
 */
final class RecordCounter {
    private static final byte CTRL_Z = 0x1A;
    private static final byte[] SPECIAL = new byte[256];

    static {
        for (byte b : new byte[] {'\n', '\r', '"', CTRL_Z}) {
            SPECIAL[b] = 1;
        }
    }

    private long records;
    private long blanks;
    /** Something of a record was read, if only a return or quotes. */
    private boolean begun;
    /** The record is not blank. */
    private boolean content;

    private boolean quoted;
    private boolean quoteInQuotes;
    private boolean heldReturn;
    private boolean heldCtrlZ;
    private byte last = '\n';

    void add(byte[] b, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            if (quoted) {
                i = inQuotes(b, i, end);
            } else {
                int next = skipPlain(b, i, end);
                if (next > i) {
                    plain();
                    last = b[next - 1];
                }
                i = next;
                if (i < end) {
                    special(b[i]);
                    last = b[i++];
                }
            }
        }
    }

    private static int skipPlain(byte[] b, int from, int end) {
        int i = from;
        while (i < end && SPECIAL[b[i] & 0xff] == 0) {
            i++;
        }
        return i;
    }

    private void special(byte b) {
        if (heldCtrlZ) {
            plain();
        }
        if (b == '\n') {
            endRecord();
        } else if (b == '"') {
            quote();
        } else if (b == '\r') {
            content |= heldReturn;
            heldReturn = true;
            begun = true;
            quoteInQuotes = false;
        } else {
            heldCtrlZ = true;
            quoteInQuotes = false;
        }
    }

    private void quote() {
        boolean doubled = quoteInQuotes;
        boolean opens = doubled || last == ';' || last == '\n';
        content |= doubled || !opens || heldReturn;
        heldReturn = false;
        quoteInQuotes = false;
        quoted = opens;
        begun = true;
    }

    private int inQuotes(byte[] b, int from, int end) {
        int i = from;
        while (i < end && b[i] != '"') {
            i++;
        }
        content |= i > from;
        if (i < end) {
            quoted = false;
            quoteInQuotes = true;
            last = '"';
            i++;
        }
        return i;
    }

    private void plain() {
        heldReturn = false;
        heldCtrlZ = false;
        quoteInQuotes = false;
        begun = true;
        content = true;
    }

    private void endRecord() {
        if (content) {
            records += blanks + 1;
            blanks = 0;
        } else {
            blanks++;
        }
        begun = false;
        content = false;
        heldReturn = false;
        quoteInQuotes = false;
    }

    /** At the end of the file: how many, without the header. */
    long dataRecords() {
        if (begun) {
            endRecord();
        }
        return Math.max(0, records - 1);
    }
}
