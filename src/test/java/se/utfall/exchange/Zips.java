package se.utfall.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip written byte by byte, so that each of its statements can be made to lie. */
final class Zips {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();
    boolean zip64End;
    String comment = "";
    int entriesSaid = -1;

    /** An entry's statements; each may be changed before it is written. */
    static final class Entry {
        final String name;
        final byte[] plain;
        int method;
        int flags;
        int descriptorSize;
        boolean descriptorSigned = true;
        boolean zip64;
        long crc;
        byte[] data;
        long plainSize;
        long offset;
        String centralName;
        long centralPlain;
        long centralCrc;
        long localCompressed = -1;
        byte[] after = {};

        Entry(String name, byte[] plain, boolean deflate) {
            this.name = name;
            this.centralName = name;
            this.plain = plain;
            this.method = deflate ? 8 : 0;
            this.data = deflate ? deflated(plain) : plain;
            this.plainSize = plain.length;
            this.centralPlain = plain.length;
            CRC32 sum = new CRC32();
            sum.update(plain);
            this.crc = sum.getValue();
            this.centralCrc = crc;
        }

        /** Sizes after the data, of 4 or 8 bytes each. */
        Entry described(int size, boolean signed) {
            flags |= 8;
            descriptorSize = size;
            descriptorSigned = signed;
            return this;
        }
    }

    static Entry stored(String name, String content) {
        return new Entry(name, content.getBytes(StandardCharsets.UTF_8), false);
    }

    static Entry deflated(String name, String content) {
        return new Entry(name, content.getBytes(StandardCharsets.UTF_8), true);
    }

    static Entry deflated(String name, byte[] content) {
        return new Entry(name, content, true);
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    static byte[] of(Entry... entries) {
        Zips zip = new Zips();
        for (Entry entry : entries) {
            zip.add(entry);
        }
        return zip.bytes();
    }

    Zips add(Entry e) {
        e.offset = out.size();
        entries.add(e);
        boolean described = (e.flags & 8) != 0;
        number(0x04034b50L, 4).number(45, 2).number(e.flags, 2).number(e.method, 2).number(0, 4);
        number(described ? 0 : e.crc, 4);
        long compressed = e.localCompressed >= 0 ? e.localCompressed : e.data.length;
        number(e.zip64 ? 0xFFFF_FFFFL : described ? 0 : compressed, 4);
        number(e.zip64 ? 0xFFFF_FFFFL : described ? 0 : e.plainSize, 4);
        byte[] name = e.name.getBytes(StandardCharsets.UTF_8);
        number(name.length, 2).number(e.zip64 ? 20 : 0, 2);
        out.writeBytes(name);
        if (e.zip64) {
            number(1, 2).number(16, 2).number(described ? 0 : e.plainSize, 8).number(described ? 0 : compressed, 8);
        }
        out.writeBytes(e.data);
        if (described) {
            if (e.descriptorSigned) {
                number(0x08074b50L, 4);
            }
            number(e.crc, 4).number(e.data.length, e.descriptorSize).number(e.plainSize, e.descriptorSize);
        }
        out.writeBytes(e.after);
        return this;
    }

    byte[] bytes() {
        long start = out.size();
        entries.forEach(this::central);
        long size = out.size() - start;
        long count = entriesSaid >= 0 ? entriesSaid : entries.size();
        if (zip64End) {
            long record = out.size();
            number(0x06064b50L, 4).number(44, 8).number(45, 2).number(45, 2).number(0, 4).number(0, 4);
            number(count, 8).number(count, 8).number(size, 8).number(start, 8);
            number(0x07064b50L, 4).number(0, 4).number(record, 8).number(1, 4);
        }
        number(0x06054b50L, 4).number(0, 4);
        number(zip64End ? 0xFFFF : count, 2).number(zip64End ? 0xFFFF : count, 2);
        number(zip64End ? 0xFFFF_FFFFL : size, 4).number(zip64End ? 0xFFFF_FFFFL : start, 4);
        number(comment.length(), 2);
        out.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private void central(Entry e) {
        byte[] name = e.centralName.getBytes(StandardCharsets.UTF_8);
        number(0x02014b50L, 4).number(45, 2).number(45, 2).number(e.flags, 2).number(e.method, 2).number(0, 4);
        number(e.centralCrc, 4);
        number(e.zip64 ? 0xFFFF_FFFFL : e.data.length, 4).number(e.zip64 ? 0xFFFF_FFFFL : e.centralPlain, 4);
        number(name.length, 2).number(e.zip64 ? 28 : 0, 2).number(0, 2).number(0, 8);
        number(e.zip64 ? 0xFFFF_FFFFL : e.offset, 4);
        out.writeBytes(name);
        if (e.zip64) {
            number(1, 2).number(24, 2).number(e.centralPlain, 8).number(e.data.length, 8).number(e.offset, 8);
        }
    }

    private Zips number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }
}
