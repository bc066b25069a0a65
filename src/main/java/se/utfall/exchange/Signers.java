package se.utfall.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.KeyValidity;
import se.utfall.keys.PgpKeys;

/** Who may sign for a partner, now, and what a signature must look like (contract 2). A subkey counts for the pinned primary key it is bound to. */
final class Signers {
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Set<Integer> HASHES = Set.of(
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512,
            HashAlgorithmTags.SHA3_256,
            HashAlgorithmTags.SHA3_512);
    private final PgpKeys keys;
    private final Set<String> partners;
    private final Duration age;

    /** @param age signatures older than this are refused */
    Signers(PgpKeys keys, Set<String> partners, Duration age) {
        this.keys = keys;
        this.partners = partners;
        this.age = age;
    }

    /** The key that the announced signature must verify under. */
    PGPPublicKey find(PGPOnePassSignature announced, String partner, Instant now) {
        PGPPublicKeyRing ring = keys.signerRing(partner);
        PGPPublicKey key = key(ring, announced);
        if (key == null) {
            throw stranger(announced, partner).refusal();
        }
        if (announced.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            throw Fault.SIGNATUR_OGILTIG.refusal();
        }
        if (!HASHES.contains(announced.getHashAlgorithm())) {
            throw Fault.SVAG_HASH.refusal();
        }
        requireUsable(ring, key, now);
        return key;
    }

    private static void requireUsable(PGPPublicKeyRing ring, PGPPublicKey key, Instant now) {
        switch (KeyValidity.of(ring, key, now)) {
            case EXPIRED -> throw Fault.NYCKEL_UTGANGEN.refusal();
            case REVOKED -> throw Fault.NYCKEL_ATERKALLAD.refusal();
            case UNBOUND, NOT_YET_VALID -> throw Fault.NYCKEL_OGILTIG.refusal();
            case VALID -> {
                if (!KeyValidity.maySign(ring, key, now)) {
                    throw Fault.NYCKEL_OGILTIG.refusal();
                }
            }
        }
    }

    private Fault stranger(PGPOnePassSignature announced, String partner) {
        if (key(keys.ownRing(), announced) != null || isEncryptionKey(announced, partner)) {
            return Fault.FEL_RIKTNING;
        }
        boolean anothers = partners.stream().anyMatch(p -> key(keys.signerRing(p), announced) != null);
        return anothers ? Fault.ANNAN_PARTNERS_SIGNATUR : Fault.OKAND_SIGNATUR;
    }

    /** The last (version 4) or first (version 6) 64 bits of a fingerprint are the key's id. */
    private boolean isEncryptionKey(PGPOnePassSignature announced, String partner) {
        String pinned = keys.recipientFingerprint(partner);
        String id = HexFormat.of().withUpperCase().toHexDigits(announced.getKeyID());
        return pinned.length() == 40 ? pinned.endsWith(id) : pinned.startsWith(id);
    }

    private static @Nullable PGPPublicKey key(PGPPublicKeyRing ring, PGPOnePassSignature announced) {
        return ring.getPublicKey(announced.getKeyID());
    }

    /** Whether the signature is the announced one; its bytes are checked elsewhere. */
    static boolean isAnnounced(PGPSignature signature, PGPOnePassSignature announced, PGPPublicKey key) {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        if (signature.getVersion() < 4 || hashed == null || hashed.getSignatureCreationTime() == null) {
            return false;
        }
        IssuerFingerprint issuer = hashed.getIssuerFingerprint();
        return signature.getSignatureType() == announced.getSignatureType()
                && signature.getHashAlgorithm() == announced.getHashAlgorithm()
                && signature.getKeyAlgorithm() == announced.getKeyAlgorithm()
                && signature.getKeyID() == announced.getKeyID()
                && (issuer == null || Arrays.equals(issuer.getFingerprint(), key.getFingerprint()))
                && knowsAllThatIsCritical(hashed);
    }

    /** A critical subpacket that is not understood makes the signature invalid (RFC 9580, 5.2.3.7). */
    private static boolean knowsAllThatIsCritical(PGPSignatureSubpacketVector hashed) {
        return Arrays.stream(hashed.getCriticalTags()).allMatch(KNOWN_SUBPACKETS::contains);
    }

    /** Creation time, expiration time, issuer, signer's user id, issuer fingerprint, intended recipient, of those a data signature may carry. */
    private static final Set<Integer> KNOWN_SUBPACKETS = Set.of(2, 3, 16, 28, 33, 35);

    void requireTimely(PGPSignature signature, PGPPublicKey key, Instant now) {
        Instant made = made(signature);
        if (made.isBefore(key.getCreationTime().toInstant())) {
            throw Fault.SIGNATUR_FORE_NYCKELN.refusal();
        }
        if (made.isAfter(now.plus(AHEAD))) {
            throw Fault.SIGNATUR_I_FRAMTIDEN.refusal();
        }
        long lasts = signature.getHashedSubPackets().getSignatureExpirationTime();
        boolean lapsed = lasts > 0 && !now.isBefore(made.plusSeconds(lasts));
        if (lapsed || made.isBefore(now.minus(age))) {
            throw Fault.SIGNATUR_FOR_GAMMAL.refusal();
        }
    }

    static Instant made(PGPSignature signature) {
        Date created = signature.getHashedSubPackets().getSignatureCreationTime();
        return created.toInstant();
    }

    String primaryFingerprint(String partner) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(keys.signerRing(partner).getPublicKey().getFingerprint());
    }
}
