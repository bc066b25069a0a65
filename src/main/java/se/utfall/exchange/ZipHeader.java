package se.utfall.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a local header, or the central directory, says of an entry (APPNOTE 4.3.7, 4.3.12).
 *
 * @param offset of the local header
 * @param described sizes and CRC follow the data (flag bit 3 of a local header)
 */
record ZipHeader(
        String name, boolean deflated, long crc, long compressed, long plain, long offset, boolean described) {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int AES = 99;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int DESCRIBED = 1 << 3;
    private static final int PATCHED = 1 << 5;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Reads what follows a local header's signature; {@code offset} is where that stands. */
    static ZipHeader local(ZipInput in, long offset) throws IOException {
        in.skip(2);
        return read(in, false, offset);
    }

    /** Reads what follows a central header's signature. */
    static ZipHeader central(ZipInput in) throws IOException {
        in.skip(4);
        return read(in, true, 0);
    }

    private static ZipHeader read(ZipInput in, boolean central, long localOffset) throws IOException {
        int flags = in.u16();
        int method = in.u16();
        in.skip(4);
        long crc = in.u32();
        long compressed = in.u32();
        long plain = in.u32();
        int nameLength = in.u16();
        int extraLength = in.u16();
        int commentLength = central ? in.u16() : 0;
        in.skip(central ? 8 : 0);
        long offset = central ? in.u32() : localOffset;
        String name = new String(in.bytes(nameLength), StandardCharsets.ISO_8859_1);
        check(flags, method, name);
        Zip64Extra extra = new Zip64Extra(in.bytes(extraLength));
        in.skip(commentLength);
        long wholePlain = extra.whole(plain);
        long wholeCompressed = extra.whole(compressed);
        return new ZipHeader(
                name,
                method == DEFLATED,
                crc,
                wholeCompressed,
                wholePlain,
                central ? extra.whole(offset) : offset,
                !central && (flags & DESCRIBED) != 0);
    }

    private static void check(int flags, int method, String name) {
        if ((flags & ENCRYPTED) != 0 || method == AES) {
            throw Fault.ZIP_KRYPTERAD.refusal();
        }
        if ((flags & PATCHED) != 0 || (method != STORED && method != DEFLATED)) {
            throw Fault.ZIP_METOD.refusal();
        }
        if (name.contains("/") || name.contains("\\")) {
            throw Fault.ZIP_MAPP.refusal();
        }
        if (!NAME.matcher(name).matches()) {
            throw Fault.ZIP_FEL.refusal();
        }
    }

    /** The same with CRC and sizes as they turned out to be; refused when the header had said otherwise. */
    ZipHeader found(long foundCrc, long foundCompressed, long foundPlain) {
        boolean agrees = may(crc, foundCrc) && may(compressed, foundCompressed) && may(plain, foundPlain);
        if (!agrees) {
            throw Fault.ZIP_FEL.refusal();
        }
        return new ZipHeader(name, deflated, foundCrc, foundCompressed, foundPlain, offset, false);
    }

    /** Before a data descriptor 0 says nothing. */
    private boolean may(long said, long found) {
        return said == found || (described && said == 0);
    }
}
