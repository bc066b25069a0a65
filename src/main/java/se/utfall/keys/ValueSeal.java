package se.utfall.keys;

/** AES-256-GCM for single values such as a personal number: nonce (12), ciphertext, tag (16). */
public final class ValueSeal {
    public ValueSeal(byte[] key) {
        throw new UnsupportedOperationException();
    }

    public byte[] seal(byte[] plain, byte[] context) {
        throw new UnsupportedOperationException();
    }

    public byte[] open(byte[] sealed, byte[] context) {
        throw new UnsupportedOperationException();
    }
}
