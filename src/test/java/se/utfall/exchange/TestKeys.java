package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;

/** The example keys of the three houses with their secrets, and keys made on the spot. */
final class TestKeys {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Instant MADE = Instant.parse("2025-01-02T00:00:00Z");
    static final PGPSecretKeyRing AMF = example("amf");
    static final PGPSecretKeyRing SCB = example("scb");
    static final PGPSecretKeyRing IFAU = example("ifau");

    private TestKeys() {}

    private static Path file(String name) {
        return Path.of("keys-example/openpgp").resolve(name);
    }

    private static PGPSecretKeyRing example(String name) {
        try (InputStream in = new ArmoredInputStream(Files.newInputStream(file(name + ".secret.asc")))) {
            return new PGPSecretKeyRing(in, new BcKeyFingerprintCalculator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hub, with both partners. */
    static PgpKeys hub() {
        return house("amf", Map.of("SCB", partner("scb", SCB), "IFAU", partner("ifau", IFAU)));
    }

    /** A partner as it would run the same room, to see what the hub sends. */
    static PgpKeys partnerHouse(String name) {
        return house(name, Map.of("AMF", partner("amf", AMF)));
    }

    private static KeySettings.PartnerKey partner(String name, PGPSecretKeyRing ring) {
        return new PartnerKey(file(name + ".public.asc"), hex(ring), hex(ring));
    }

    static PgpKeys house(String own, Map<String, PartnerKey> partners) {
        return PgpKeys.load(new KeySettings(Path.of("unused"), null, file(own + ".secret.asc"), null, partners));
    }

    /** The hub with another key of SCB's in one direction. */
    static PgpKeys hub(Path folder, PGPSecretKeyRing encryptTo, PGPSecretKeyRing signedBy) {
        try {
            Path both = folder.resolve(hex(signedBy) + ".pgp");
            try (var out = Files.newOutputStream(both)) {
                encryptTo.toCertificate().encode(out);
                signedBy.toCertificate().encode(out);
            }
            return house(
                    "amf",
                    Map.of(
                            "SCB",
                            new PartnerKey(both, hex(encryptTo), hex(signedBy)),
                            "IFAU",
                            partner("ifau", IFAU)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hex(PGPSecretKeyRing ring) {
        return HexFormat.of().withUpperCase().formatHex(ring.getPublicKey().getFingerprint());
    }

    static PGPPublicKey encryption(PGPSecretKeyRing ring) {
        for (PGPPublicKey key : ring.toCertificate()) {
            if (key.isEncryptionKey() && !key.isMasterKey()) {
                return key;
            }
        }
        throw new IllegalStateException("no encryption subkey");
    }

    static PGPPrivateKey unlock(PGPSecretKey key) {
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(new char[0]));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An Ed25519 primary that signs, a subkey that signs too, and a Curve25519 subkey that decrypts. */
    static PGPSecretKeyRing made(Instant at, long seconds, boolean primaryIsForSigning) {
        try {
            PGPKeyPair primary = ed25519(at);
            PGPSignatureSubpacketGenerator own = new PGPSignatureSubpacketGenerator();
            own.setKeyFlags(false, primaryIsForSigning ? KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA : KeyFlags.CERTIFY_OTHER);
            if (seconds > 0) {
                own.setKeyExpirationTime(false, seconds);
            }
            own.setSignatureCreationTime(false, Date.from(at));
            PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    primary,
                    "Utfall test <test@example.invalid>",
                    sha1,
                    own.generate(),
                    null,
                    new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA256),
                    null);
            ring.addSubKey(x25519(at), flags(at, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE), null);
            PGPKeyPair signing = ed25519(at);
            ring.addSubKey(
                    signing,
                    flags(at, KeyFlags.SIGN_DATA),
                    null,
                    new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA256));
            return ring.generateSecretKeyRing();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static org.bouncycastle.openpgp.PGPSignatureSubpacketVector flags(Instant at, int flags) {
        PGPSignatureSubpacketGenerator binding = new PGPSignatureSubpacketGenerator();
        binding.setKeyFlags(false, flags);
        binding.setSignatureCreationTime(false, Date.from(at));
        return binding.generate();
    }

    private static PGPKeyPair ed25519(Instant at) throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return new BcPGPKeyPair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair(), Date.from(at));
    }

    private static PGPKeyPair x25519(Instant at) throws PGPException {
        X25519KeyPairGenerator generator = new X25519KeyPairGenerator();
        generator.init(new X25519KeyGenerationParameters(new SecureRandom()));
        return new BcPGPKeyPair(PublicKeyAlgorithmTags.ECDH, generator.generateKeyPair(), Date.from(at));
    }
}
