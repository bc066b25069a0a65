package se.utfall.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** OpenPGP packets as other programs, good and bad, would write them: by Bouncy Castle's own means, put together freely. */
final class Packets {
    private Packets() {}

    /** How a message's inside is signed. */
    record By(PGPSecretKey key, Instant at, int hash, int type) {
        static By key(PGPSecretKey key) {
            return new By(key, TestKeys.NOW.minusSeconds(60), HashAlgorithmTags.SHA256, PGPSignature.BINARY_DOCUMENT);
        }

        By at(Instant time) {
            return new By(key, time, hash, type);
        }

        By hash(int algorithm) {
            return new By(key, at, algorithm, type);
        }

        By type(int signatureType) {
            return new By(key, at, hash, signatureType);
        }
    }

    /** How it is encrypted. */
    record To(List<PGPPublicKey> keys, int cipher, boolean integrity, boolean hidden) {
        static To keys(PGPPublicKey... keys) {
            return new To(List.of(keys), SymmetricKeyAlgorithmTags.AES_256, true, false);
        }

        static To hub() {
            return keys(TestKeys.encryption(TestKeys.AMF));
        }

        To cipher(int algorithm) {
            return new To(keys, algorithm, integrity, hidden);
        }

        To withoutIntegrity() {
            return new To(keys, cipher, false, hidden);
        }

        To hiding() {
            return new To(keys, cipher, integrity, true);
        }
    }

    /** Writes packets. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException, PGPException;
    }

    static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] concat(byte[]... parts) {
        return bytes(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    static byte[] literal(byte[] content, String name) {
        return bytes(out -> {
            PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
            OutputStream data = literal.open(out, PGPLiteralData.BINARY, name, new Date(0), new byte[1 << 12]);
            data.write(content);
            literal.close();
        });
    }

    /** One-pass signature. */
    static byte[] announced(By by) {
        return bytes(out -> generator(by).generateOnePassVersion(false).encode(out));
    }

    static byte[] signature(byte[] content, By by) {
        return bytes(out -> {
            PGPSignatureGenerator generator = generator(by);
            generator.update(content);
            generator.generate().encode(out);
        });
    }

    private static PGPSignatureGenerator generator(By by) throws PGPException {
        PGPPublicKey key = by.key().getPublicKey();
        PGPSignatureGenerator generator =
                new PGPSignatureGenerator(new BcPGPContentSignerBuilder(key.getAlgorithm(), by.hash()), key);
        generator.init(by.type(), TestKeys.unlock(by.key()));
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(false, Date.from(by.at()));
        hashed.setIssuerFingerprint(false, key);
        generator.setHashedSubpackets(hashed.generate());
        return generator;
    }

    static byte[] signed(byte[] content, By by) {
        return concat(announced(by), literal(content, ""), signature(content, by));
    }

    static byte[] compressed(int algorithm, byte[] inside) {
        return bytes(out -> {
            PGPCompressedDataGenerator generator = new PGPCompressedDataGenerator(algorithm);
            generator.open(out, new byte[1 << 12]).write(inside);
            generator.close();
        });
    }

    static byte[] encrypted(byte[] inside, To to) {
        return bytes(out -> {
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(
                    new BcPGPDataEncryptorBuilder(to.cipher()).setWithIntegrityPacket(to.integrity()));
            for (PGPPublicKey key : to.keys()) {
                BcPublicKeyKeyEncryptionMethodGenerator method = new BcPublicKeyKeyEncryptionMethodGenerator(key);
                method.setUseWildcardKeyID(to.hidden());
                generator.addMethod(method);
            }
            OutputStream data = generator.open(out, new byte[1 << 12]);
            data.write(inside);
            generator.close();
        });
    }

    /** What a good partner sends. */
    static byte[] message(byte[] content, PGPSecretKey signer) {
        return encrypted(signed(content, By.key(signer)), To.hub());
    }

    static byte[] armoured(byte[] message) {
        return bytes(out -> {
            try (ArmoredOutputStream armour = new ArmoredOutputStream(out)) {
                armour.write(message);
            }
        });
    }

    static byte[] cut(byte[] message, int length) {
        return java.util.Arrays.copyOf(message, length);
    }

    /** One bit turned at a place, counted from the end when negative. */
    static byte[] altered(byte[] message, int place) {
        byte[] altered = message.clone();
        altered[place < 0 ? altered.length + place : place] ^= 4;
        return altered;
    }
}
