package se.utfall.linkage;

import java.util.Arrays;

/** A fixed number of values or missing ones, in as few bytes each as the largest so far needs (1, 2, 4 or 8). */
final class PackedLongs {
    /** No value. Never zero. */
    static final long MISSING = Long.MIN_VALUE;

    private final int size;
    private int width = 1;
    private byte[] bytes;
    private short[] shorts = {};
    private int[] ints = {};
    private long[] longs = {};

    PackedLongs(int size) {
        this.size = size;
        this.bytes = new byte[size];
    }

    void set(int index, long value) {
        long packed = pack(value);
        while (width < 8 && packed >>> (8 * width) != 0) {
            widen();
        }
        store(index, packed);
    }

    long get(int index) {
        return unpack(load(index));
    }

    int width() {
        return width;
    }

    /** Puts the packed value, big-endian, {@link #width} bytes; answers the offset after it. */
    int write(int index, byte[] to, int offset) {
        long packed = load(index);
        int next = offset;
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            to[next++] = (byte) (packed >>> shift);
        }
        return next;
    }

    /** Reads what {@link #write} wrote. */
    static long read(byte[] from, int offset, int width) {
        long packed = 0;
        for (int i = 0; i < width; i++) {
            packed = (packed << 8) | (from[offset + i] & 0xff);
        }
        return unpack(packed);
    }

    private static long pack(long value) {
        return value == MISSING ? 0 : ((value << 1) ^ (value >> 63)) + 1;
    }

    private static long unpack(long packed) {
        long zigzag = packed - 1;
        return packed == 0 ? MISSING : (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private void store(int index, long packed) {
        switch (width) {
            case 1 -> bytes[index] = (byte) packed;
            case 2 -> shorts[index] = (short) packed;
            case 4 -> ints[index] = (int) packed;
            default -> longs[index] = packed;
        }
    }

    private long load(int index) {
        return switch (width) {
            case 1 -> bytes[index] & 0xffL;
            case 2 -> shorts[index] & 0xffffL;
            case 4 -> ints[index] & 0xffffffffL;
            default -> longs[index];
        };
    }

    private void widen() {
        switch (width) {
            case 1 -> {
                shorts = new short[size];
                for (int i = 0; i < size; i++) {
                    shorts[i] = (short) (bytes[i] & 0xff);
                }
                bytes = new byte[0];
            }
            case 2 -> {
                ints = new int[size];
                Arrays.setAll(ints, i -> shorts[i] & 0xffff);
                shorts = new short[0];
            }
            default -> {
                longs = new long[size];
                Arrays.setAll(longs, i -> ints[i] & 0xffffffffL);
                ints = new int[0];
            }
        }
        width *= 2;
    }
}
