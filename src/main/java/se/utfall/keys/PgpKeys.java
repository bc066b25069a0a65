package se.utfall.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/**
 * The hub's own OpenPGP keys and its partners' pinned ones (by fingerprint of the primary key, per direction). The own file may hold several
 * rings: the first signs, all open, so that a key can be replaced while answers to the old one are under way.
 */
public final class PgpKeys {
    private static final Comparator<PGPPublicKey> BEST = Comparator.comparing(PGPPublicKey::isMasterKey)
            .thenComparing(PGPPublicKey::getCreationTime, Comparator.reverseOrder());

    private final List<PGPSecretKeyRing> own;
    private final char[] passphrase;
    private final Map<String, PartnerRings> partners;
    private final Map<String, PGPPublicKeyRing> recipients;

    PgpKeys(
            List<PGPSecretKeyRing> own,
            char[] passphrase,
            Map<String, PartnerRings> partners,
            Map<String, PGPPublicKeyRing> recipients) {
        this.own = List.copyOf(own);
        this.passphrase = passphrase.clone();
        this.partners = Map.copyOf(partners);
        this.recipients = Map.copyOf(recipients);
    }

    /** A partner's two rings, by direction. */
    record PartnerRings(PGPPublicKeyRing encryptTo, PGPPublicKeyRing signedBy) {}

    /** Loads and checks all rings; problems are reported together in one {@link IllegalArgumentException}. */
    public static PgpKeys load(KeySettings settings) {
        return new PgpKeysLoading(settings).load();
    }

    /** The hub's signing key (primary or signing subkey), whether or not it is still valid. */
    public PGPSecretKey signingKey() {
        return findSigningKey(own.get(0)).orElseThrow(() -> new UnusableKeyException("KEY_MISSING", ownFingerprint()));
    }

    /** The hub's signing key, valid at that time; throws {@link UnusableKeyException} with a code when it is not. */
    public PGPSecretKey signingKey(Instant at) {
        PGPPublicKeyRing ring = ownRing();
        PGPPublicKey best = usable(ring, at, k -> KeyValidity.signs(ring, k, at) && hasSecret(own.get(0), k));
        return own.get(0).getSecretKey(best.getKeyIdentifier());
    }

    /** The hub's public keys, of the ring it signs with. */
    public PGPPublicKeyRing ownRing() {
        return own.get(0).toCertificate();
    }

    /** Upper-case hex fingerprint of the hub's primary key. */
    public String ownFingerprint() {
        return PgpFile.hex(own.get(0).getPublicKey().getFingerprint());
    }

    public PGPPrivateKey unlock(PGPSecretKey key) {
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
        } catch (PGPException e) {
            throw new IllegalStateException(
                    "the passphrase does not open secret key " + PgpFile.hex(key.getFingerprint()), e);
        }
    }

    /** The own secret key of this id, if it can decrypt. */
    public Optional<PGPSecretKey> findDecryptionKey(long keyId) {
        return listDecryptionKeys().stream().filter(k -> k.getKeyID() == keyId).findFirst();
    }

    /** All own secret keys that can decrypt, for messages that hide their recipients. An expired key still opens what was sent to it. */
    public List<PGPSecretKey> listDecryptionKeys() {
        return own.stream().flatMap(ring -> decryptionKeys(ring).stream()).toList();
    }

    /** The partner's encryption key, valid at that time; throws {@link UnusableKeyException} with a code when expired, revoked or absent. */
    public PGPPublicKey encryptionKey(String partner, Instant at) {
        PGPPublicKeyRing ring = rings(partner).encryptTo();
        return usable(ring, at, k -> KeyValidity.encrypts(ring, k, at));
    }

    /** Upper-case hex fingerprint of the primary key we encrypt to; what approvals are bound to. */
    public String recipientFingerprint(String partner) {
        return PgpFile.hex(rings(partner).encryptTo().getPublicKey().getFingerprint());
    }

    /** Upper-case hex fingerprint of the primary key of someone whom datasets may be sealed for; empty when nobody is called that. */
    public Optional<String> findReleaseFingerprint(String recipient) {
        return Optional.ofNullable(recipients.get(recipient))
                .map(ring -> PgpFile.hex(ring.getPublicKey().getFingerprint()));
    }

    /** Their encryption key, valid at that time; throws {@link UnusableKeyException} with a code when expired, revoked or absent. */
    public PGPPublicKey releaseKey(String recipient, Instant at) {
        PGPPublicKeyRing ring = recipients.get(recipient);
        if (ring == null) {
            throw new IllegalArgumentException("no key is configured for recipient " + recipient);
        }
        return usable(ring, at, k -> KeyValidity.encrypts(ring, k, at));
    }

    /** The pinned ring the partner signs with. */
    public PGPPublicKeyRing signerRing(String partner) {
        return rings(partner).signedBy();
    }

    /** True for the throw-away keys of {@code keys-example/}, by fingerprint, be they the hub's, a partner's or a recipient's. */
    public boolean holdsExampleKey() {
        Stream<PGPPublicKey> primaries = Stream.concat(
                own.stream().map(PGPSecretKeyRing::getPublicKey),
                partners.values().stream()
                        .flatMap(p -> Stream.of(
                                p.encryptTo().getPublicKey(), p.signedBy().getPublicKey())));
        return Stream.concat(primaries, recipients.values().stream().map(PGPPublicKeyRing::getPublicKey))
                .anyMatch(k -> ExampleKeys.hasPgp(PgpFile.hex(k.getFingerprint())));
    }

    static List<PGPSecretKey> decryptionKeys(PGPSecretKeyRing ring) {
        PGPPublicKeyRing certificate = ring.toCertificate();
        return keys(certificate).stream()
                .filter(k -> KeyValidity.encrypts(certificate, k, Instant.MAX) && hasSecret(ring, k))
                .map(k -> ring.getSecretKey(k.getKeyIdentifier()))
                .toList();
    }

    static Optional<PGPSecretKey> findSigningKey(PGPSecretKeyRing ring) {
        PGPPublicKeyRing certificate = ring.toCertificate();
        return keys(certificate).stream()
                .filter(k -> KeyValidity.signs(certificate, k, Instant.MAX) && hasSecret(ring, k))
                .min(BEST)
                .map(k -> ring.getSecretKey(k.getKeyIdentifier()));
    }

    private static PGPPublicKey usable(PGPPublicKeyRing ring, Instant at, Predicate<PGPPublicKey> meant) {
        List<PGPPublicKey> candidates =
                keys(ring).stream().filter(meant).sorted(BEST).toList();
        if (candidates.isEmpty()) {
            throw new UnusableKeyException(
                    "KEY_MISSING", PgpFile.hex(ring.getPublicKey().getFingerprint()));
        }
        return candidates.stream()
                .filter(k -> KeyValidity.of(ring, k, at) == KeyValidity.State.VALID)
                .findFirst()
                .orElseThrow(() -> unusable(ring, candidates.get(0), at));
    }

    private static UnusableKeyException unusable(PGPPublicKeyRing ring, PGPPublicKey best, Instant at) {
        return new UnusableKeyException(KeyValidity.of(ring, best, at).code(), PgpFile.hex(best.getFingerprint()));
    }

    private PartnerRings rings(String partner) {
        PartnerRings rings = partners.get(partner);
        if (rings == null) {
            throw new IllegalArgumentException("no keys are configured for partner " + partner);
        }
        return rings;
    }

    private static boolean hasSecret(PGPSecretKeyRing ring, PGPPublicKey key) {
        PGPSecretKey secret = ring.getSecretKey(key.getKeyIdentifier());
        return secret != null && !secret.isPrivateKeyEmpty();
    }

    private static List<PGPPublicKey> keys(PGPPublicKeyRing ring) {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        return keys;
    }
}
