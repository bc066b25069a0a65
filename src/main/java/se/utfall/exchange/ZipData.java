package se.utfall.exchange;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How an entry's bytes are got at. */
interface ZipData {
    /** Up to so many plain bytes, at least one, or -1 at the end. */
    int read(byte[] b, int offset, int length) throws IOException;

    /** Bytes of the archive used so far. */
    long consumed();

    /** @param crc of what was read so far */
    static ZipData of(ZipInput in, ZipHeader header, LongSupplier crc) {
        if (header.deflated()) {
            return new Deflated(in);
        }
        return header.described() ? new StoredUntilDescribed(in, crc) : new Stored(in, header.compressed());
    }

    /** Stored, the size known. */
    final class Stored implements ZipData {
        private final ZipInput in;
        private final long size;
        private long consumed;

        Stored(ZipInput in, long size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            if (consumed == size) {
                return -1;
            }
            int n = (int) Math.min(Math.min(length, in.available()), size - consumed);
            System.arraycopy(in.buffer(), in.start(), b, offset, n);
            in.skip(n);
            consumed += n;
            return n;
        }

        @Override
        public long consumed() {
            return consumed;
        }
    }

    /** Deflated; says itself where it ends. */
    final class Deflated implements ZipData {
        private final ZipInput in;
        private final Inflater inflater = new Inflater(true);
        private long consumed;

        Deflated(ZipInput in) {
            this.in = in;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            try {
                int n = 0;
                while (n == 0 && !inflater.finished()) {
                    n = inflate(b, offset, length);
                }
                consumed = inflater.getBytesRead();
                if (n == 0) {
                    inflater.end();
                }
                return n == 0 ? -1 : n;
            } catch (DataFormatException e) {
                throw Fault.ZIP_FEL.refusal();
            }
        }

        private int inflate(byte[] b, int offset, int length) throws IOException, DataFormatException {
            int available = in.available();
            inflater.setInput(in.buffer(), in.start(), available);
            int n = inflater.inflate(b, offset, length);
            if (inflater.needsDictionary()) {
                throw Fault.ZIP_FEL.refusal();
            }
            in.skip(available - inflater.getRemaining());
            return n;
        }

        @Override
        public long consumed() {
            return consumed;
        }
    }

    /**
     * Stored, the sizes after the data, as some programs write to a pipe: ends at the descriptor whose CRC and sizes are those of the bytes before it. A
     * content that contains such a descriptor ends too early, and the directory or the manifest's hash then says so.
     */
    final class StoredUntilDescribed implements ZipData {
        private static final int DESCRIPTOR = 4 + 4 + 8 + 8 + 4;
        private static final int AHEAD = 1 << 12;
        private final ZipInput in;
        private final LongSupplier crc;
        private long consumed;

        StoredUntilDescribed(ZipInput in, LongSupplier crc) {
            this.in = in;
            this.crc = crc;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            if (isAtDescriptor(4) || isAtDescriptor(8)) {
                return -1;
            }
            int n = Math.min(length, plainBytes(in.lookAhead(AHEAD)));
            System.arraycopy(in.buffer(), in.start(), b, offset, n);
            in.skip(n);
            consumed += n;
            return n;
        }

        private boolean isAtDescriptor(int size) throws IOException {
            if (in.lookAhead(DESCRIPTOR) < DESCRIPTOR) {
                throw Fault.ZIP_FEL.refusal();
            }
            ZipContent.Descriptor here = ZipContent.Descriptor.at(in, 4, size);
            return here.signed()
                    && here.crc() == crc.getAsLong()
                    && here.compressed() == consumed
                    && here.plain() == consumed;
        }

        /** At least one byte, and none of a signature further on. */
        private int plainBytes(int available) {
            int n = 1;
            while (n < available && in.buffer()[in.start() + n] != 'P') {
                n++;
            }
            return n;
        }

        @Override
        public long consumed() {
            return consumed;
        }
    }
}
