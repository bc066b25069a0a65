package se.utfall.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;

/** Makes detached OpenPGP signatures (RFC 9580, binary document, SHA-256) by the hub's signing key. */
public final class DetachedSigning {
    private final PgpKeys keys;
    private final Clock clock;

    public DetachedSigning(PgpKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Throws {@link UnusableKeyException} when the hub's key may not sign now. */
    public byte[] detached(byte[] content) throws IOException {
        Instant now = clock.instant();
        PGPSecretKey key = keys.signingKey(now);
        PGPPublicKey publicKey = key.getPublicKey();
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA256), publicKey);
            generator.init(PGPSignature.BINARY_DOCUMENT, keys.unlock(key));
            PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
            subpackets.setSignatureCreationTime(true, Date.from(now));
            subpackets.setIssuerFingerprint(false, publicKey);
            generator.setHashedSubpackets(subpackets.generate());
            generator.update(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            generator.generate().encode(out);
            return out.toByteArray();
        } catch (PGPException e) {
            throw new IllegalStateException("the hub's key does not sign", e);
        }
    }
}
