package se.utfall.exchange;

import static se.utfall.exchange.Samples.BY;
import static se.utfall.exchange.Samples.CONTENT;
import static se.utfall.exchange.Samples.GOOD;
import static se.utfall.exchange.Samples.IFAU;
import static se.utfall.exchange.Samples.SIGNED;
import static se.utfall.exchange.Samples.by;
import static se.utfall.exchange.Samples.content;
import static se.utfall.exchange.Samples.inside;
import static se.utfall.exchange.Samples.signedAt;
import static se.utfall.exchange.Samples.stating;
import static se.utfall.exchange.Samples.to;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import se.utfall.exchange.Packets.By;
import se.utfall.exchange.Packets.To;

/** A message that must be refused, and the code. */
record RefusedMessage(String name, Fault fault, Supplier<byte[]> message) {
    private static final PGPSecretKeyRing STRANGER = TestKeys.made(TestKeys.MADE, 0, true);

    static Stream<RefusedMessage> all() {
        return Stream.of(
                        beforeDecryption(),
                        encryption(),
                        signers(),
                        signatures(),
                        times(),
                        structure(),
                        moreStructure(),
                        size())
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name + ": " + fault;
    }

    private static RefusedMessage of(String name, Fault fault, Supplier<byte[]> message) {
        return new RefusedMessage(name, fault, message);
    }

    private static List<RefusedMessage> beforeDecryption() {
        return List.of(
                of("empty", Fault.TOM, () -> new byte[0]),
                of("text", Fault.INTE_OPENPGP, () -> bytes("hej\n")),
                of("noise", Fault.INTE_OPENPGP, () -> new byte[] {(byte) 0xFF, 1, 2, 3}),
                of("a public key", Fault.INTE_OPENPGP, () -> Packets.bytes(TestKeys.SCB.toCertificate()::encode)),
                of("armoured", Fault.ARMERAD, () -> Packets.armoured(GOOD)),
                of("a bare zip", Fault.OKRYPTERAD, () -> bytes("PK\u0003\u0004 and so on")),
                of("signed only", Fault.OKRYPTERAD, () -> SIGNED),
                of("literal only", Fault.OKRYPTERAD, () -> Packets.literal(CONTENT, "")),
                of(
                        "compressed only",
                        Fault.OKRYPTERAD,
                        () -> Packets.compressed(CompressionAlgorithmTags.ZIP, SIGNED)));
    }

    private static List<RefusedMessage> encryption() {
        return List.of(
                of("to another key", Fault.FEL_MOTTAGARE, () -> to(To.keys(TestKeys.encryption(TestKeys.SCB)))),
                of(
                        "hidden, to another key",
                        Fault.FEL_MOTTAGARE,
                        () -> to(To.keys(TestKeys.encryption(TestKeys.SCB)).hiding())),
                of("to a passphrase", Fault.FEL_MOTTAGARE, RefusedMessage::toAPassphrase),
                of("no integrity", Fault.INTEGRITET_SAKNAS, () -> to(To.hub().withoutIntegrity())),
                of("3DES", Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.TRIPLE_DES))),
                of("CAST5", Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.CAST5))),
                of("Twofish", Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.TWOFISH))),
                of("altered at the start", Fault.MANIPULERAD, () -> Packets.altered(GOOD, 480)),
                of("altered in the middle", Fault.MANIPULERAD, () -> Packets.altered(GOOD, GOOD.length / 2)),
                of("altered at the end", Fault.MANIPULERAD, () -> Packets.altered(GOOD, -1)),
                of(
                        "altered under compression",
                        Fault.MANIPULERAD,
                        () -> Packets.altered(Packets.encrypted(Packets.compressed(1, SIGNED), To.hub()), 5_000)));
    }

    private static List<RefusedMessage> signers() {
        return List.of(
                of("unsigned", Fault.EJ_SIGNERAD, () -> inside(Packets.literal(CONTENT, ""))),
                of(
                        "signature missing",
                        Fault.EJ_SIGNERAD,
                        () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""))),
                of("two signers", Fault.FLERA_SIGNATURER, RefusedMessage::twoSigners),
                of(
                        "two signatures, one announced",
                        Fault.FLERA_SIGNATURER,
                        () -> inside(SIGNED, Packets.signature(CONTENT, By.key(IFAU)))),
                of("unknown signer", Fault.OKAND_SIGNATUR, () -> by(By.key(STRANGER.getSecretKey()))),
                of("another partner", Fault.ANNAN_PARTNERS_SIGNATUR, () -> by(By.key(IFAU))),
                of("our own", Fault.FEL_RIKTNING, () -> by(By.key(TestKeys.AMF.getSecretKey()))),
                of("SHA-1", Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.SHA1))),
                of("RIPEMD-160", Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.RIPEMD160))),
                of("MD5", Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.MD5))));
    }

    private static List<RefusedMessage> signatures() {
        return List.of(
                of(
                        "signature of a text",
                        Fault.SIGNATUR_OGILTIG,
                        () -> by(BY.type(PGPSignature.CANONICAL_TEXT_DOCUMENT))),
                of(
                        "signature of something else",
                        Fault.SIGNATUR_OGILTIG,
                        () -> inside(
                                Packets.announced(BY),
                                Packets.literal(CONTENT, ""),
                                Packets.signature(content(9), BY))),
                of(
                        "other hash than announced",
                        Fault.SIGNATUR_OGILTIG,
                        () -> inside(
                                Packets.announced(BY),
                                Packets.literal(CONTENT, ""),
                                Packets.signature(CONTENT, BY.hash(HashAlgorithmTags.SHA512)))),
                of(
                        "other signer than announced",
                        Fault.SIGNATUR_OGILTIG,
                        () -> inside(
                                Packets.announced(BY),
                                Packets.literal(CONTENT, ""),
                                Packets.signature(CONTENT, By.key(IFAU)))),
                of(
                        "an unknown critical statement",
                        Fault.SIGNATUR_OGILTIG,
                        () -> stating(h -> h.addNotationData(true, true, "x@example.invalid", "y"))));
    }

    private static List<RefusedMessage> times() {
        return List.of(
                of(
                        "signature that lapsed",
                        Fault.SIGNATUR_FOR_GAMMAL,
                        () -> stating(h -> h.setSignatureExpirationTime(false, 30))),
                of(
                        "signed before the key",
                        Fault.SIGNATUR_FORE_NYCKELN,
                        () -> by(BY.at(TestKeys.MADE.minus(Duration.ofDays(9))))),
                of("signed 31 days ago", Fault.SIGNATUR_FOR_GAMMAL, () -> signedAt(-31 * 86_400)),
                of("signed 61 minutes ahead", Fault.SIGNATUR_I_FRAMTIDEN, () -> signedAt(61 * 60)));
    }

    private static List<RefusedMessage> structure() {
        return List.of(
                of("trailing bytes", Fault.PAKETSTRUKTUR, () -> Packets.concat(GOOD, new byte[] {0})),
                of("two messages", Fault.PAKETSTRUKTUR, () -> Packets.concat(GOOD, GOOD)),
                of("encrypted twice", Fault.PAKETSTRUKTUR, () -> inside(GOOD)),
                of(
                        "compressed twice",
                        Fault.PAKETSTRUKTUR,
                        () -> inside(Packets.compressed(1, Packets.compressed(1, SIGNED)))));
    }

    private static List<RefusedMessage> moreStructure() {
        return List.of(
                of(
                        "compressed inside the signature",
                        Fault.PAKETSTRUKTUR,
                        () -> inside(
                                Packets.announced(BY),
                                Packets.compressed(1, Packets.literal(CONTENT, "")),
                                Packets.signature(CONTENT, BY))),
                of(
                        "packet after the signature",
                        Fault.PAKETSTRUKTUR,
                        () -> inside(SIGNED, Packets.compressed(1, SIGNED))),
                of(
                        "packet after the compression",
                        Fault.PAKETSTRUKTUR,
                        () -> inside(Packets.compressed(1, SIGNED), SIGNED)),
                of(
                        "signature first",
                        Fault.PAKETSTRUKTUR,
                        () -> inside(Packets.signature(CONTENT, BY), Packets.literal(CONTENT, ""))),
                of(
                        "huge packet first",
                        Fault.PAKETSTRUKTUR,
                        () -> Packets.concat(new byte[] {(byte) 0xC1, (byte) 0xFF, 0x7F, 0, 0, 0}, GOOD)),
                of(
                        "two literals",
                        Fault.FLERA_LITERALER,
                        () -> inside(
                                Packets.announced(BY),
                                Packets.literal(CONTENT, ""),
                                Packets.literal(CONTENT, ""),
                                Packets.signature(CONTENT, BY))),
                of(
                        "literal after the signature",
                        Fault.FLERA_LITERALER,
                        () -> inside(SIGNED, Packets.literal(CONTENT, ""))));
    }

    private static List<RefusedMessage> size() {
        return List.of(
                of("unknown compression", Fault.KOMPRESSION, () -> inside(new byte[] {(byte) 0xC8, 2, 9, 1})),
                of(
                        "compression bomb",
                        Fault.KOMPRESSIONSBOMB,
                        () -> inside(Packets.compressed(1, Packets.signed(new byte[1_000_000], BY)))),
                of(
                        "large bomb",
                        Fault.MEDDELANDE_FOR_STORT,
                        () -> inside(Packets.compressed(2, Packets.signed(new byte[60_000_000], BY)))),
                of("too large", Fault.MEDDELANDE_FOR_STORT, () -> by(BY, content(3_200_000))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] twoSigners() {
        By second = By.key(IFAU);
        return inside(
                Packets.announced(BY),
                Packets.announced(second),
                Packets.literal(CONTENT, ""),
                Packets.signature(CONTENT, second),
                Packets.signature(CONTENT, BY));
    }

    private static byte[] toAPassphrase() {
        return Packets.bytes(out -> {
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(
                    new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
            generator.addMethod(new BcPBEKeyEncryptionMethodGenerator("hemligt".toCharArray()));
            generator.open(out, new byte[1 << 12]).write(SIGNED);
            generator.close();
        });
    }
}
