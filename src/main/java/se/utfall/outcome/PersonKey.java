package se.utfall.outcome;

import java.util.Arrays;

/** The hub's random key of a person: sixteen bytes that never change and are made from nothing. {@code toString} never shows it. */
public final class PersonKey {
    public static final int LENGTH = 16;
    private final byte[] bytes;

    public PersonKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a person key has 16 bytes");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PersonKey";
    }
}
