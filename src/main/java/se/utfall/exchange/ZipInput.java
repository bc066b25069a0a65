package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Little-endian reading of a zip's bytes, once, with a look ahead and the position. Whatever ends too early refuses the package. */
final class ZipInput {
    private static final int BUFFER = 1 << 16;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private long before;

    ZipInput(InputStream in) {
        this.in = in;
    }

    long position() {
        return before + at;
    }

    /** Makes sure that so many bytes lie in the buffer; fewer than 64 kB. */
    private void need(int bytes) throws IOException {
        if (!has(bytes)) {
            throw Fault.ZIP_FEL.refusal();
        }
    }

    private boolean has(int bytes) throws IOException {
        if (limit - at < bytes) {
            System.arraycopy(buffer, at, buffer, 0, limit - at);
            before += at;
            limit -= at;
            at = 0;
        }
        while (limit < bytes) {
            int read = in.read(buffer, limit, BUFFER - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    int u16() throws IOException {
        need(2);
        return byteAt(at++) | byteAt(at++) << 8;
    }

    long u32() throws IOException {
        return u16() | (long) u16() << 16;
    }

    /** Refuses what does not fit in a signed long: no file is that large. */
    long u64() throws IOException {
        long value = u32() | u32() << 32;
        if (value < 0) {
            throw Fault.ZIP_FEL.refusal();
        }
        return value;
    }

    byte[] bytes(int length) throws IOException {
        need(length);
        at += length;
        return Arrays.copyOfRange(buffer, at - length, at);
    }

    /** The number so many bytes ahead, without moving; refuses when there are not that many. */
    long peek32(int ahead) throws IOException {
        need(ahead + 4);
        int i = at + ahead;
        return byteAt(i) | byteAt(i + 1) << 8 | byteAt(i + 2) << 16 | (long) byteAt(i + 3) << 24;
    }

    long peek64(int ahead) throws IOException {
        return peek32(ahead) | peek32(ahead + 4) << 32;
    }

    void skip(int bytes) throws IOException {
        need(bytes);
        at += bytes;
    }

    /** The bytes at hand, at least one: from {@link #start} on, so many; {@link #skip} moves past what was used. */
    int available() throws IOException {
        need(1);
        return limit - at;
    }

    /** Tries to have so many bytes at hand; gives how many there are, fewer only at the end. */
    int lookAhead(int bytes) throws IOException {
        has(bytes);
        return limit - at;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return at;
    }

    boolean atEnd() throws IOException {
        return !has(1);
    }

    private int byteAt(int index) {
        return buffer[index] & 0xff;
    }
}
