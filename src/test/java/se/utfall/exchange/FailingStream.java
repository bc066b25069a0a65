package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives some bytes, then fails as a disk does. */
final class FailingStream extends InputStream {
    private final InputStream before;
    private final String message;

    FailingStream(byte[] before, String message) {
        this.before = new ByteArrayInputStream(before);
        this.message = message;
    }

    @Override
    public int read() throws IOException {
        return orFail(before.read());
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        return orFail(before.read(b, offset, length));
    }

    private int orFail(int read) throws IOException {
        if (read < 0) {
            throw new IOException(message);
        }
        return read;
    }
}
