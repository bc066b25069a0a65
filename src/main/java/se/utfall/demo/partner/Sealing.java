package se.utfall.demo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.jspecify.annotations.Nullable;

/** Encrypts to the hub and signs inside (RFC 4880: SEIPD with MDC, AES-256, SHA-256), streaming. */
final class Sealing {
    private static final int BUFFER = 1 << 16;

    private final Rings rings;
    private final Clock clock;

    Sealing(Rings rings, Clock clock) {
        this.rings = rings;
        this.clock = clock;
    }

    /** Writes something to a stream and leaves it open. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void seal(Content content, Envelope envelope, OutputStream out) throws IOException {
        try {
            PGPEncryptedDataGenerator encryption = encryption(envelope.alsoToSelf());
            try (OutputStream encrypted = encryption.open(out, new byte[BUFFER])) {
                if (envelope.compressed()) {
                    PGPCompressedDataGenerator zip = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
                    try (OutputStream compressed = zip.open(encrypted, new byte[BUFFER])) {
                        sign(content, envelope, compressed);
                    }
                } else {
                    sign(content, envelope, encrypted);
                }
            }
        } catch (PGPException e) {
            throw new IOException("sealing failed", e);
        }
    }

    private PGPEncryptedDataGenerator encryption(boolean alsoToSelf) {
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(rings.hubEncryptionKey()));
        if (alsoToSelf) {
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(rings.ownEncryptionKey()));
        }
        return encryption;
    }

    private void sign(Content content, Envelope envelope, OutputStream out) throws IOException, PGPException {
        PGPSignatureGenerator signature = signature(envelope.signing());
        if (signature != null) {
            signature.generateOnePassVersion(false).encode(out);
        }
        Date now = Date.from(clock.instant());
        try (OutputStream literal = new PGPLiteralDataGenerator()
                .open(out, PGPLiteralData.BINARY, envelope.literalName(), now, new byte[BUFFER])) {
            content.to(signature == null ? literal : new SignedOutput(literal, signature));
        }
        if (signature != null) {
            signature.generate().encode(out);
        }
    }

    private @Nullable PGPSignatureGenerator signature(Envelope.Signing signing) throws PGPException {
        return switch (signing) {
            case NOBODY -> null;
            case OWN -> signature(Rings.unlock(rings.signingKey()));
            case STRANGER -> signature(stranger());
        };
    }

    private PGPSignatureGenerator signature(PGPKeyPair pair) throws PGPException {
        PGPSignatureGenerator signature = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                pair.getPublicKey());
        signature.init(PGPSignature.BINARY_DOCUMENT, pair.getPrivateKey());
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setSignatureCreationTime(false, Date.from(clock.instant()));
        said.setIssuerFingerprint(false, pair.getPublicKey());
        signature.setHashedSubpackets(said.generate());
        return signature;
    }

    private PGPKeyPair stranger() throws PGPException {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(3072);
            return new JcaPGPKeyPair(
                    PublicKeyPacket.VERSION_4,
                    PublicKeyAlgorithmTags.RSA_GENERAL,
                    keys.generateKeyPair(),
                    Date.from(clock.instant()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Feeds the signature with what goes through. */
    private static final class SignedOutput extends OutputStream {
        private final OutputStream out;
        private final PGPSignatureGenerator signature;

        SignedOutput(OutputStream out, PGPSignatureGenerator signature) {
            this.out = out;
            this.signature = signature;
        }

        @Override
        public void write(int b) throws IOException {
            signature.update((byte) b);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            signature.update(bytes, offset, length);
            out.write(bytes, offset, length);
        }
    }
}
