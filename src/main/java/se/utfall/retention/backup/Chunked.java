package se.utfall.retention.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A part of a stream whose length is not known beforehand: chunks with their lengths, then 0. */
final class Chunked {
    private static final int CHUNK = 1 << 16;

    private Chunked() {}

    static OutputStream writing(DataOutputStream to) {
        return new Writing(to);
    }

    private static final class Writing extends OutputStream {
        private final DataOutputStream to;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private boolean closed;

        Writing(DataOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                int now = Math.min(CHUNK - filled, length - done);
                System.arraycopy(bytes, from + done, chunk, filled, now);
                filled += now;
                done += now;
                if (filled == CHUNK) {
                    put();
                }
            }
        }

        private void put() throws IOException {
            if (filled > 0) {
                to.writeInt(filled);
                to.write(chunk, 0, filled);
                filled = 0;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                put();
                to.writeInt(0);
            }
        }
    }

    static InputStream reading(DataInputStream from) {
        return new InputStream() {
            private int left;
            private boolean ended;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                if (left == 0 && !ended) {
                    left = from.readInt();
                    ended = left == 0;
                }
                if (ended) {
                    return -1;
                }
                int now = Math.min(length, left);
                from.readFully(to, at, now);
                left -= now;
                return now;
            }
        };
    }
}
