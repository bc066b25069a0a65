package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDataEncryptor;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/**
 * Writes one OpenPGP message in constant memory (contract 2): encrypted to one key, signed inside by another; AES-256 with modification detection code
 * (SEIPD v1, which every OpenPGP program reads), SHA-256, no compression, empty literal name.
 */
final class PgpSealing {
    private static final int BUFFER = 1 << 16;
    private final PGPPublicKey recipient;
    private final PGPPublicKey signer;
    private final PGPPrivateKey signingKey;
    private final Instant at;

    /** @param at the signature's time */
    PgpSealing(PGPPublicKey recipient, PGPPublicKey signer, PGPPrivateKey signingKey, Instant at) {
        this.recipient = recipient;
        this.signer = signer;
        this.signingKey = signingKey;
        this.at = at;
    }

    /** Reads {@code plain} to its end; closes neither stream. */
    void seal(InputStream plain, OutputStream out) throws IOException {
        try {
            PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(new Aes256());
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(recipient));
            OutputStream encrypted = encryption.open(out, new byte[BUFFER]);
            PGPSignatureGenerator signature = signature();
            signature.generateOnePassVersion(false).encode(encrypted);
            literal(plain, encrypted, signature);
            signature.generate().encode(encrypted);
            encryption.close();
        } catch (PGPException e) {
            throw new IllegalStateException("the package could not be sealed", e);
        }
    }

    private void literal(InputStream plain, OutputStream encrypted, PGPSignatureGenerator signature)
            throws IOException {
        PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
        OutputStream content = literal.open(encrypted, PGPLiteralData.BINARY, "", Date.from(at), new byte[BUFFER]);
        byte[] buffer = new byte[BUFFER];
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
            signature.update(buffer, 0, read);
            content.write(buffer, 0, read);
        }
        literal.close();
    }

    private PGPSignatureGenerator signature() throws PGPException {
        PGPSignatureGenerator signature = new PGPSignatureGenerator(new DigestSigner(signer.getAlgorithm()), signer);
        signature.init(PGPSignature.BINARY_DOCUMENT, signingKey);
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(at));
        hashed.setIssuerFingerprint(false, signer);
        signature.setHashedSubpackets(hashed.generate());
        return signature;
    }

    private static final class Aes256 extends JcePGPDataEncryptorBuilder {
        Aes256() {
            super(SymmetricKeyAlgorithmTags.AES_256);
            setWithIntegrityPacket(true);
            setSecureRandom(new SecureRandom());
        }

        @Override
        public PGPDataEncryptor build(byte[] key) {
            return new CfbEncryptor(key);
        }
    }
}
