package se.utfall.keys;

import java.time.Clock;

/**
 * Random secrets, wrapped under the root key, one file each. Everything an order or a purpose keeps is under keys derived from its secret, so
 * destroying the secret makes it unreadable for ever.
 */
public final class SecretStore {
    /** Opens the store; makes root key and folder (0700) when there are none. */
    public static SecretStore open(KeySettings settings, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Makes the secret unless it exists. A destroyed one is never made again: {@link SecretDestroyedException}. */
    public void ensure(SecretId id) {
        throw new UnsupportedOperationException();
    }

    /** HKDF-SHA-256 over secret and root; one label per use. Throws {@link SecretDestroyedException} when destroyed or absent. */
    public byte[] derive(SecretId id, String label, int length) {
        throw new UnsupportedOperationException();
    }

    /** Overwrites and removes the secret; leaves a tombstone. */
    public void destroy(SecretId id) {
        throw new UnsupportedOperationException();
    }
}
