package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** One entry's plain content; at its end the sizes and the CRC must be those announced before or after the data. Closing it does not close the zip. */
final class ZipContent extends InputStream {
    private final ZipHeader header;
    private final ZipReading zip;
    private final ZipData data;
    private final ZipInput in;
    private final CRC32 crc = new CRC32();
    private long plain;
    private boolean ended;

    ZipContent(ZipInput in, ZipHeader header, ZipReading zip) {
        this.in = in;
        this.header = header;
        this.zip = zip;
        this.data = ZipData.of(in, header, this::crcSoFar);
    }

    private long crcSoFar() {
        return crc.getValue();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int n = data.read(b, offset, length);
        if (n < 0) {
            end();
            return -1;
        }
        crc.update(b, offset, n);
        plain += n;
        zip.count(header, data.consumed(), plain, n);
        return n;
    }

    private void end() throws IOException {
        ended = true;
        ZipHeader found = header.found(crc.getValue(), data.consumed(), plain);
        if (header.described()) {
            skipDescriptor(found);
        }
        zip.done(found);
    }

    /** With or without signature, with sizes of 4 or 8 bytes: only one can agree with what was read and be followed by a header (APPNOTE 4.3.9). */
    private void skipDescriptor(ZipHeader found) throws IOException {
        for (int signature : new int[] {4, 0}) {
            for (int size : new int[] {4, 8}) {
                if (Descriptor.at(in, signature, size).agrees(found)) {
                    in.skip(signature + 4 + 2 * size);
                    return;
                }
            }
        }
        throw Fault.ZIP_FEL.refusal();
    }

    /** One way to read the bytes after the data. */
    record Descriptor(boolean signed, long crc, long compressed, long plain, long next) {
        static final long SIGNATURE = 0x08074b50L;
        private static final long LOCAL = 0x04034b50L;
        private static final long CENTRAL = 0x02014b50L;

        static Descriptor at(ZipInput in, int start, int size) throws IOException {
            int compressed = start + 4;
            int plain = compressed + size;
            return new Descriptor(
                    start == 0 || in.peek32(0) == SIGNATURE,
                    in.peek32(start),
                    size == 4 ? in.peek32(compressed) : in.peek64(compressed),
                    size == 4 ? in.peek32(plain) : in.peek64(plain),
                    in.peek32(plain + size));
        }

        boolean agrees(ZipHeader found) {
            return signed
                    && crc == found.crc()
                    && compressed == found.compressed()
                    && plain == found.plain()
                    && (next == LOCAL || next == CENTRAL);
        }
    }
}
