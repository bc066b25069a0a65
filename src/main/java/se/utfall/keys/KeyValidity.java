package se.utfall.keys;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyUtils;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/**
 * Whether an OpenPGP key may be used at a moment, and for what (RFC 9580, 5.2.3 and 10.1). Counts only signatures that the ring's primary key
 * verifiably made, those that bind with SHA-224 or better; a subkey is never better than its primary key.
 */
public final class KeyValidity {
    private KeyValidity() {}

    /** What a key is worth at a moment. */
    public enum State {
        VALID,
        /** Made later than the moment asked for. */
        NOT_YET_VALID,
        EXPIRED,
        REVOKED,
        /** No self-signature that counts: it may not belong to the ring's owner. */
        UNBOUND;

        /** As {@link UnusableKeyException} and the findings name it. */
        public String code() {
            return this == UNBOUND ? "KEY_MISSING" : "KEY_" + name();
        }
    }

    /** The state of a key of this ring. */
    public static State of(PGPPublicKeyRing ring, PGPPublicKey key, Instant at) {
        synchronized (ring) {
            SelfSignatures signatures = new SelfSignatures(ring.getPublicKey(), at);
            State primary = state(signatures, ring.getPublicKey(), at);
            return key.isMasterKey() || primary != State.VALID ? primary : state(signatures, key, at);
        }
    }

    /** True when the key is valid and meant for signing data; a subkey must itself have confirmed that it belongs to the primary key. */
    public static boolean maySign(PGPPublicKeyRing ring, PGPPublicKey key, Instant at) {
        return of(ring, key, at) == State.VALID && signs(ring, key, at);
    }

    /** True when the key is valid and meant for encrypting messages or files. */
    public static boolean mayEncrypt(PGPPublicKeyRing ring, PGPPublicKey key, Instant at) {
        return of(ring, key, at) == State.VALID && encrypts(ring, key, at);
    }

    /** Meant for signing by its flags, whatever its state. */
    static boolean signs(PGPPublicKeyRing ring, PGPPublicKey key, Instant at) {
        synchronized (ring) {
            SelfSignatures signatures = new SelfSignatures(ring.getPublicKey(), at);
            return PublicKeyUtils.isSigningAlgorithm(key.getAlgorithm())
                    && isMeantFor(signatures.flags(key), KeyFlags.SIGN_DATA)
                    && (key.isMasterKey() || signatures.isConfirmedBy(key));
        }
    }

    /** Meant for encrypting by its flags, whatever its state. */
    static boolean encrypts(PGPPublicKeyRing ring, PGPPublicKey key, Instant at) {
        synchronized (ring) {
            SelfSignatures signatures = new SelfSignatures(ring.getPublicKey(), at);
            return key.isEncryptionKey()
                    && isMeantFor(signatures.flags(key), KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
        }
    }

    private static State state(SelfSignatures signatures, PGPPublicKey key, Instant at) {
        if (signatures.isRevoked(key)) {
            return State.REVOKED;
        }
        if (signatures.binding(key).isEmpty()) {
            return State.UNBOUND;
        }
        if (key.getCreationTime().toInstant().isAfter(at)) {
            return State.NOT_YET_VALID;
        }
        return signatures.isExpired(key) ? State.EXPIRED : State.VALID;
    }

    /** Keys from before flags existed say nothing: then the algorithm decides. */
    private static boolean isMeantFor(Optional<Integer> flags, int wanted) {
        return flags.map(f -> (f & wanted) != 0).orElse(true);
    }
}
