package se.utfall.keys;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;

/** The hub's own OpenPGP keys and its partners' pinned ones (by fingerprint of the primary key, per direction). */
public final class PgpKeys {
    /** Loads and checks all rings; problems are reported together in one {@link IllegalArgumentException}. */
    public static PgpKeys load(KeySettings settings) {
        throw new UnsupportedOperationException();
    }

    /** The hub's signing key (primary or signing subkey). */
    public PGPSecretKey signingKey() {
        throw new UnsupportedOperationException();
    }

    public PGPPrivateKey unlock(PGPSecretKey key) {
        throw new UnsupportedOperationException();
    }

    /** The own secret key of this id, if it can decrypt. */
    public Optional<PGPSecretKey> findDecryptionKey(long keyId) {
        throw new UnsupportedOperationException();
    }

    /** The partner's encryption key, valid at that time; throws {@link UnusableKeyException} with a code when expired, revoked or absent. */
    public PGPPublicKey encryptionKey(String partner, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Upper-case hex fingerprint of the primary key we encrypt to; what approvals are bound to. */
    public String recipientFingerprint(String partner) {
        throw new UnsupportedOperationException();
    }

    /** The pinned ring the partner signs with. */
    public PGPPublicKeyRing signerRing(String partner) {
        throw new UnsupportedOperationException();
    }

    /** True for the throw-away keys of {@code keys-example/}, by fingerprint. */
    public boolean holdsExampleKey() {
        throw new UnsupportedOperationException();
    }
}
