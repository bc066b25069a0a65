package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** The other end of the exchange, as far as a test needs it, from the contract and RFC 4880 alone. */
final class HubSide {
    static final Path KEYS = Path.of("keys-example/openpgp");
    static final String AMF = "38A07F9AB97482F8419A7203FBF5A8A91D89AF37";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Path server;

    HubSide(Path server) {
        this.server = server;
    }

    /** How to wrap; the default is what the contract has the hub do. */
    record Wrapping(
            String signer, String recipient, String alsoTo, Instant signedAt, boolean zip, boolean armour, int cipher) {
        static Wrapping proper() {
            return new Wrapping("amf", "scb", null, NOW, false, false, 9);
        }

        Wrapping signedBy(String another) {
            return new Wrapping(another, recipient, alsoTo, signedAt, zip, armour, cipher);
        }

        Wrapping to(String another) {
            return new Wrapping(signer, another, alsoTo, signedAt, zip, armour, cipher);
        }

        Wrapping alsoTo(String another) {
            return new Wrapping(signer, recipient, another, signedAt, zip, armour, cipher);
        }

        Wrapping at(Instant time) {
            return new Wrapping(signer, recipient, alsoTo, time, zip, armour, cipher);
        }

        Wrapping compressed() {
            return new Wrapping(signer, recipient, alsoTo, signedAt, true, armour, cipher);
        }

        Wrapping armoured() {
            return new Wrapping(signer, recipient, alsoTo, signedAt, zip, true, cipher);
        }

        Wrapping cipher(int another) {
            return new Wrapping(signer, recipient, alsoTo, signedAt, zip, armour, another);
        }
    }

    Path put(String name, byte[] bytes) throws IOException {
        Path file = server.resolve("in").resolve(name);
        Path part = Files.write(server.resolve("in").resolve(name + ".part"), bytes);
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Path put(TestPackage content) throws Exception {
        return put(content.fileName(), seal(content.zip(), Wrapping.proper()));
    }

    static byte[] seal(byte[] zip, Wrapping wrapping) throws IOException, PGPException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(wrapping.cipher()).setWithIntegrityPacket(true));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(wrapping.recipient())));
        if (wrapping.alsoTo() != null) {
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(wrapping.alsoTo())));
        }
        OutputStream outermost = wrapping.armour() ? new ArmoredOutputStream(sealed) : sealed;
        try (OutputStream encrypted = encryption.open(outermost, new byte[4096])) {
            if (wrapping.zip()) {
                try (OutputStream compressed = new PGPCompressedDataGenerator(PGPCompressedData.ZIP).open(encrypted)) {
                    sign(zip, wrapping, compressed);
                }
            } else {
                sign(zip, wrapping, encrypted);
            }
        }
        outermost.close();
        return sealed.toByteArray();
    }

    private static void sign(byte[] zip, Wrapping wrapping, OutputStream out) throws IOException, PGPException {
        PGPSignatureGenerator signature = null;
        if (wrapping.signer() != null) {
            PGPSecretKey key = secret(wrapping.signer()).getSecretKey();
            signature = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), 10), key.getPublicKey());
            signature.init(PGPSignature.BINARY_DOCUMENT, key.extractPrivateKey(noPassphrase()));
            PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
            said.setSignatureCreationTime(false, Date.from(wrapping.signedAt()));
            signature.setHashedSubpackets(said.generate());
            signature.generateOnePassVersion(false).encode(out);
        }
        try (OutputStream literal = new PGPLiteralDataGenerator()
                .open(out, PGPLiteralData.BINARY, "", zip.length, Date.from(wrapping.signedAt()))) {
            literal.write(zip);
        }
        if (signature != null) {
            signature.update(zip);
            signature.generate().encode(out);
        }
    }

    /** Names in {@code /out}, sorted. */
    List<String> out() throws IOException {
        try (var files = Files.list(server.resolve("out"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    Path out(String name) {
        return server.resolve("out").resolve(name);
    }

    /** Opens one of the partner's packages; fails unless the contract holds from the outermost packet to the last row. */
    TestPackage open(String name) throws Exception {
        TestPackage opened = TestPackage.parse(name, decrypt(Files.readAllBytes(out(name))));
        opened.requireSound();
        return opened;
    }

    /** Fails unless it is encrypted to the hub, integrity-protected, AES, and signed inside by the partner with SHA-256. */
    static byte[] decrypt(byte[] sealed) throws Exception {
        assertThat(sealed[0]).isNegative();
        PGPEncryptedDataList recipients = (PGPEncryptedDataList) new BcPGPObjectFactory(sealed).nextObject();
        PGPSecretKeyRing hub = secret("amf");
        PGPPublicKeyEncryptedData ours = null;
        for (Object recipient : recipients) {
            PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) recipient;
            ours = hub.getSecretKey(data.getKeyIdentifier()) == null ? ours : data;
        }
        assertThat(ours).isNotNull();
        var factory = new BcPublicKeyDataDecryptorFactory(
                hub.getSecretKey(ours.getKeyIdentifier()).extractKeyPair(noPassphrase()));
        assertThat(ours.isIntegrityProtected()).isTrue();
        assertThat(ours.getSymmetricAlgorithm(factory)).isEqualTo(9);
        byte[] content = verified(ours.getDataStream(factory));
        assertThat(ours.verify()).isTrue();
        return content;
    }

    private static byte[] verified(InputStream plain) throws Exception {
        PGPObjectFactory outer = new BcPGPObjectFactory(plain);
        PGPObjectFactory packets = outer;
        Object first = packets.nextObject();
        if (first instanceof PGPCompressedData compressed) {
            packets = new BcPGPObjectFactory(compressed.getDataStream());
            first = packets.nextObject();
        }
        PGPOnePassSignature verifier = ((PGPOnePassSignatureList) first).get(0);
        PGPPublicKey scb = publicRing("scb").getPublicKey();
        assertThat(verifier.getKeyID()).isEqualTo(scb.getKeyID());
        assertThat(verifier.getHashAlgorithm()).isEqualTo(8);
        verifier.init(new BcPGPContentVerifierBuilderProvider(), scb);
        byte[] content =
                ((PGPLiteralData) packets.nextObject()).getInputStream().readAllBytes();
        verifier.update(content);
        PGPSignature signature = ((PGPSignatureList) packets.nextObject()).get(0);
        assertThat(verifier.verify(signature)).isTrue();
        assertThat(signature.getCreationTime().toInstant()).isEqualTo(NOW);
        assertThat(packets.nextObject()).isNull();
        assertThat(outer.nextObject()).isNull();
        return content;
    }

    static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static PGPPublicKey encryptionKey(String name) throws IOException {
        for (PGPPublicKey key : publicRing(name)) {
            if (!key.isMasterKey()) {
                return key;
            }
        }
        throw new IllegalStateException(name);
    }

    private static PGPPublicKeyRing publicRing(String name) throws IOException {
        return new BcPGPPublicKeyRing(bytes(name + ".public.asc"));
    }

    private static PGPSecretKeyRing secret(String name) throws IOException, PGPException {
        return new BcPGPSecretKeyRing(bytes(name + ".secret.asc"));
    }

    private static byte[] bytes(String file) throws IOException {
        byte[] armoured = Files.readAllBytes(KEYS.resolve(file));
        return PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured)).readAllBytes();
    }

    private static PBESecretKeyDecryptor noPassphrase() throws PGPException {
        return new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(new char[0]);
    }
}
