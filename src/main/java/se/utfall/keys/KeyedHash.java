package se.utfall.keys;

/** HMAC-SHA-256 under one key, one {@code Mac} per thread; 32 bytes out. */
public final class KeyedHash {
    public KeyedHash(byte[] key) {
        throw new UnsupportedOperationException();
    }

    public byte[] of(byte[] message) {
        throw new UnsupportedOperationException();
    }
}
