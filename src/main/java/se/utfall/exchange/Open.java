package se.utfall.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what goes through; the stream below stays open when this one is closed. */
final class Open extends FilterOutputStream {
    private long written;

    Open(OutputStream below) {
        super(below);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        written += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long written() {
        return written;
    }
}
