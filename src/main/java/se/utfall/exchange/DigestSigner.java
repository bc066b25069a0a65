package se.utfall.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;

/** Signs by RSA (PKCS #1 v1.5) or Ed25519 over one SHA-256 by the JCA; Bouncy Castle's own signers hash everything twice. */
final class DigestSigner implements PGPContentSignerBuilder {
    private final int keyAlgorithm;

    DigestSigner(int keyAlgorithm) {
        this.keyAlgorithm = keyAlgorithm;
    }

    @Override
    public PGPContentSigner build(int signatureType, PGPPrivateKey key) throws PGPException {
        return new Signing(signatureType, key, new BcPGPKeyConverter().getPrivateKey(key));
    }

    private final class Signing implements PGPContentSigner {
        private final int type;
        private final PGPPrivateKey key;
        private final AsymmetricKeyParameter parameter;
        private final MessageDigest sha256 = Digesting.sha256();
        private byte[] digest = {};

        Signing(int type, PGPPrivateKey key, AsymmetricKeyParameter parameter) {
            this.type = type;
            this.key = key;
            this.parameter = parameter;
        }

        @Override
        public OutputStream getOutputStream() {
            return new Digesting(sha256);
        }

        @Override
        public byte[] getDigest() {
            if (digest.length == 0) {
                digest = sha256.digest();
            }
            return digest.clone();
        }

        @Override
        public byte[] getSignature() {
            try {
                return switch (keyAlgorithm) {
                    case PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.RSA_SIGN -> rsa();
                    case PublicKeyAlgorithmTags.EDDSA_LEGACY, PublicKeyAlgorithmTags.Ed25519 -> ed25519();
                    default -> throw new IllegalStateException("the signing key is neither RSA nor Ed25519");
                };
            } catch (CryptoException | IOException e) {
                throw new IllegalStateException("cannot sign", e);
            }
        }

        private byte[] rsa() throws InvalidCipherTextException, IOException {
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
            byte[] info = new DigestInfo(algorithm, getDigest()).getEncoded();
            PKCS1Encoding rsa = new PKCS1Encoding(new RSABlindedEngine());
            rsa.init(true, parameter);
            return rsa.processBlock(info, 0, info.length);
        }

        private byte[] ed25519() throws CryptoException {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, parameter);
            byte[] message = getDigest();
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }

        @Override
        public int getType() {
            return type;
        }

        @Override
        public int getHashAlgorithm() {
            return HashAlgorithmTags.SHA256;
        }

        @Override
        public int getKeyAlgorithm() {
            return keyAlgorithm;
        }

        @Override
        public long getKeyID() {
            return key.getKeyID();
        }
    }
}
