package se.utfall.demo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.PublicKeyUtils;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** The partner's own keys and the hub's pinned ones. */
final class Rings {
    private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    private final PGPSecretKeyRing own;
    private final PGPPublicKeyRing hub;

    private Rings(PGPSecretKeyRing own, PGPPublicKeyRing hub) {
        this.own = own;
        this.hub = hub;
    }

    static Rings load(PartnerSettings.Keys keys) throws IOException {
        try (InputStream secret = open(keys.secret());
                InputStream known = open(keys.hub())) {
            PGPSecretKeyRing own =
                    new BcPGPSecretKeyRingCollection(secret).getKeyRings().next();
            byte[] pinned = HexFormat.of().parseHex(keys.hubFingerprint());
            PGPPublicKeyRing hub = new BcPGPPublicKeyRingCollection(known).getPublicKeyRing(pinned);
            if (hub == null || !hub.getPublicKey().hasFingerprint(pinned)) {
                throw new IOException(keys.hub().getFileName() + ": no primary key " + keys.hubFingerprint());
            }
            return new Rings(own, hub);
        } catch (PGPException e) {
            throw new IOException("expected OpenPGP key rings", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return PGPUtil.getDecoderStream(Files.newInputStream(file));
    }

    /** The own key that signs. */
    PGPSecretKey signingKey() {
        for (PGPSecretKey key : own) {
            if (PublicKeyUtils.isSigningAlgorithm(key.getPublicKey().getAlgorithm())
                    && meant(key.getPublicKey(), KeyFlags.SIGN_DATA)) {
                return key;
            }
        }
        throw new IllegalStateException("the own ring has no signing key");
    }

    /** The own key that decrypts, in its public half. */
    PGPPublicKey ownEncryptionKey() {
        return encryptionKey(own.toCertificate());
    }

    PGPPublicKey hubEncryptionKey() {
        return encryptionKey(hub);
    }

    private static PGPPublicKey encryptionKey(PGPPublicKeyRing ring) {
        PGPPublicKey found = null;
        for (PGPPublicKey key : ring) {
            if (key.isEncryptionKey() && meant(key, ENCRYPTS) && !key.hasRevocation()) {
                found = key;
            }
        }
        if (found == null) {
            throw new IllegalStateException("no encryption key in the ring of "
                    + HexFormat.of()
                            .withUpperCase()
                            .formatHex(ring.getPublicKey().getFingerprint()));
        }
        return found;
    }

    Optional<PGPKeyPair> findDecryptionKey(KeyIdentifier id) throws PGPException {
        PGPSecretKey key = own.getSecretKey(id);
        return key == null ? Optional.empty() : Optional.of(unlock(key));
    }

    static PGPKeyPair unlock(PGPSecretKey key) throws PGPException {
        return key.extractKeyPair(
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(new char[0]));
    }

    /** The hub's key of this id if it is the primary key or a subkey meant for signing, and may be used at that time. */
    PGPPublicKey hubSigner(KeyIdentifier id, Instant at) throws UnverifiedException {
        PGPPublicKey key = hub.getPublicKey(id);
        if (key == null || !meant(key, KeyFlags.SIGN_DATA)) {
            throw new UnverifiedException("OKAND_SIGNATAR");
        }
        if (!valid(hub.getPublicKey(), at) || !valid(key, at)) {
            throw new UnverifiedException("NYCKEL");
        }
        return key;
    }

    private static boolean valid(PGPPublicKey key, Instant at) {
        Instant made = key.getCreationTime().toInstant();
        long seconds = key.getValidSeconds();
        boolean ended = seconds != 0 && !at.isBefore(made.plusSeconds(seconds));
        return !key.hasRevocation() && !at.isBefore(made) && !ended;
    }

    /** By the flags in the key's own signatures; a key without any may do everything. */
    private static boolean meant(PGPPublicKey key, int wanted) {
        List<Integer> flags = new ArrayList<>();
        for (Iterator<PGPSignature> signatures = key.getSignatures(); signatures.hasNext(); ) {
            PGPSignatureSubpacketVector said = signatures.next().getHashedSubPackets();
            if (said != null && said.getKeyFlags() != 0) {
                flags.add(said.getKeyFlags());
            }
        }
        return flags.isEmpty() || flags.stream().anyMatch(f -> (f & wanted) != 0);
    }
}
