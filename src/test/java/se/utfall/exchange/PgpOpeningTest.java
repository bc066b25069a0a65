package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.exchange.Packets.By;
import se.utfall.exchange.Packets.To;
import se.utfall.keys.PgpKeys;

/** Messages as partners, careless programs and attackers would write them. */
class PgpOpeningTest {
    private static final byte[] CONTENT = content(200_000);
    private static final PGPSecretKey SCB = TestKeys.SCB.getSecretKey();
    private static final PGPSecretKey IFAU = TestKeys.IFAU.getSecretKey();
    private static final By BY = By.key(SCB);
    private static final PGPSecretKeyRing STRANGER = TestKeys.made(TestKeys.MADE, 0, true);
    private static final byte[] SIGNED = Packets.signed(CONTENT, BY);
    private static final byte[] GOOD = Packets.encrypted(SIGNED, To.hub());

    @TempDir
    Path temp;

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        return content;
    }

    static Stream<Arguments> accepted() {
        Map<String, Supplier<byte[]>> cases = new LinkedHashMap<>();
        cases.put("RSA", () -> GOOD);
        cases.put("empty content", () -> Packets.message(new byte[0], SCB));
        cases.put("AES-128", () -> Packets.encrypted(SIGNED, To.hub().cipher(SymmetricKeyAlgorithmTags.AES_128)));
        cases.put("AES-192", () -> Packets.encrypted(SIGNED, To.hub().cipher(SymmetricKeyAlgorithmTags.AES_192)));
        cases.put("SHA-512", () -> Packets.encrypted(Packets.signed(CONTENT, BY.hash(HashAlgorithmTags.SHA512)), To.hub()));
        cases.put("hidden recipients", () -> Packets.encrypted(SIGNED, toBoth().hiding()));
        cases.put("further recipients", () -> Packets.encrypted(SIGNED, toBoth()));
        cases.put("a further recipient of an unknown kind", () -> Packets.concat(unknownRecipient(), GOOD));
        cases.put("marker first", () -> Packets.concat(MARKER, GOOD));
        cases.put("marker inside", () -> Packets.encrypted(Packets.concat(MARKER, SIGNED), To.hub()));
        cases.put("literal name", () -> Packets.encrypted(named(), To.hub()));
        cases.put("signed 29 days ago", () -> signedAt(-29 * 86_400));
        cases.put("signed 59 minutes ahead", () -> signedAt(59 * 60));
        for (int algorithm : new int[] {
            CompressionAlgorithmTags.UNCOMPRESSED,
            CompressionAlgorithmTags.ZIP,
            CompressionAlgorithmTags.ZLIB,
            CompressionAlgorithmTags.BZIP2
        }) {
            cases.put(
                    "compression " + algorithm,
                    () -> Packets.encrypted(Packets.compressed(algorithm, SIGNED), To.hub()));
        }
        return cases.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static final byte[] MARKER = {(byte) 0xCA, 3, 'P', 'G', 'P'};

    private static To toBoth() {
        return To.keys(TestKeys.encryption(TestKeys.SCB), TestKeys.encryption(TestKeys.IFAU), TestKeys.encryption(TestKeys.AMF));
    }

    private static byte[] unknownRecipient() {
        byte[] packet = new byte[2 + 12];
        packet[0] = (byte) 0xC1;
        packet[1] = 12;
        packet[2] = 3;
        packet[11] = 77;
        return packet;
    }

    private static byte[] named() {
        return Packets.concat(Packets.announced(BY), Packets.literal(CONTENT, "svar.zip"), Packets.signature(CONTENT, BY));
    }

    private static byte[] signedAt(long seconds) {
        return Packets.encrypted(Packets.signed(CONTENT, BY.at(TestKeys.NOW.plusSeconds(seconds))), To.hub());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void opens(String name, Supplier<byte[]> message) throws IOException {
        byte[][] read = new byte[1][];

        PgpOpening.Verified verified = opening(TestKeys.hub())
                .open(new ByteArrayInputStream(message.get()), "SCB", TestKeys.NOW, in -> read[0] = in.readAllBytes());

        assertThat(read[0]).isEqualTo(name.startsWith("empty") ? new byte[0] : CONTENT);
        assertThat(verified.signer()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThat(verified.refusal()).isNull();
    }

    static Stream<Arguments> refused() {
        Map<String, Refused> cases = new LinkedHashMap<>();
        cases.put("empty", new Refused(Fault.TOM, () -> new byte[0]));
        cases.put("text", new Refused(Fault.INTE_OPENPGP, () -> bytes("hej\n")));
        cases.put("noise", new Refused(Fault.INTE_OPENPGP, () -> new byte[] {(byte) 0xFF, 1, 2, 3}));
        cases.put("a public key", new Refused(Fault.INTE_OPENPGP, () -> Packets.bytes(TestKeys.SCB.toCertificate()::encode)));
        cases.put("armoured", new Refused(Fault.ARMERAD, () -> Packets.armoured(GOOD)));
        cases.put("a bare zip", new Refused(Fault.OKRYPTERAD, () -> bytes("PK\u0003\u0004 and so on")));
        cases.put("signed only", new Refused(Fault.OKRYPTERAD, () -> SIGNED));
        cases.put("literal only", new Refused(Fault.OKRYPTERAD, () -> Packets.literal(CONTENT, "")));
        cases.put("compressed only", new Refused(Fault.OKRYPTERAD, () -> Packets.compressed(CompressionAlgorithmTags.ZIP, SIGNED)));
        cases.put("to another key", new Refused(Fault.FEL_MOTTAGARE, () -> to(To.keys(TestKeys.encryption(TestKeys.SCB)))));
        cases.put("hidden, to another key", new Refused(Fault.FEL_MOTTAGARE, () -> to(To.keys(TestKeys.encryption(TestKeys.SCB)).hiding())));
        cases.put("to a passphrase", new Refused(Fault.FEL_MOTTAGARE, PgpOpeningTest::toAPassphrase));
        cases.put("no integrity", new Refused(Fault.INTEGRITET_SAKNAS, () -> to(To.hub().withoutIntegrity())));
        cases.put("3DES", new Refused(Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.TRIPLE_DES))));
        cases.put("CAST5", new Refused(Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.CAST5))));
        cases.put("Twofish", new Refused(Fault.SVAGT_CHIFFER, () -> to(To.hub().cipher(SymmetricKeyAlgorithmTags.TWOFISH))));
        cases.put("altered at the start", new Refused(Fault.MANIPULERAD, () -> Packets.altered(GOOD, 480)));
        cases.put("altered in the middle", new Refused(Fault.MANIPULERAD, () -> Packets.altered(GOOD, GOOD.length / 2)));
        cases.put("altered at the end", new Refused(Fault.MANIPULERAD, () -> Packets.altered(GOOD, -1)));
        cases.put("altered under compression", new Refused(Fault.MANIPULERAD, () -> Packets.altered(Packets.encrypted(Packets.compressed(1, SIGNED), To.hub()), 5_000)));
        cases.put("unsigned", new Refused(Fault.EJ_SIGNERAD, () -> inside(Packets.literal(CONTENT, ""))));
        cases.put("signature missing", new Refused(Fault.EJ_SIGNERAD, () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""))));
        cases.put("two signers", new Refused(Fault.FLERA_SIGNATURER, PgpOpeningTest::twoSigners));
        cases.put("two signatures, one announced", new Refused(Fault.FLERA_SIGNATURER, () -> inside(SIGNED, Packets.signature(CONTENT, By.key(IFAU)))));
        cases.put("unknown signer", new Refused(Fault.OKAND_SIGNATUR, () -> by(By.key(STRANGER.getSecretKey()))));
        cases.put("another partner", new Refused(Fault.ANNAN_PARTNERS_SIGNATUR, () -> by(By.key(IFAU))));
        cases.put("our own", new Refused(Fault.FEL_RIKTNING, () -> by(By.key(TestKeys.AMF.getSecretKey()))));
        cases.put("SHA-1", new Refused(Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.SHA1))));
        cases.put("RIPEMD-160", new Refused(Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.RIPEMD160))));
        cases.put("MD5", new Refused(Fault.SVAG_HASH, () -> by(BY.hash(HashAlgorithmTags.MD5))));
        cases.put("signature of a text", new Refused(Fault.SIGNATUR_OGILTIG, () -> by(BY.type(PGPSignature.CANONICAL_TEXT_DOCUMENT))));
        cases.put("signature of something else", new Refused(Fault.SIGNATUR_OGILTIG, () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""), Packets.signature(content(9), BY))));
        cases.put("other hash than announced", new Refused(Fault.SIGNATUR_OGILTIG, () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""), Packets.signature(CONTENT, BY.hash(HashAlgorithmTags.SHA512)))));
        cases.put("other signer than announced", new Refused(Fault.SIGNATUR_OGILTIG, () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""), Packets.signature(CONTENT, By.key(IFAU)))));
        cases.put("signed before the key", new Refused(Fault.SIGNATUR_FORE_NYCKELN, () -> by(BY.at(TestKeys.MADE.minus(Duration.ofDays(9))))));
        cases.put("signed 31 days ago", new Refused(Fault.SIGNATUR_FOR_GAMMAL, () -> signedAt(-31 * 86_400)));
        cases.put("signed 61 minutes ahead", new Refused(Fault.SIGNATUR_I_FRAMTIDEN, () -> signedAt(61 * 60)));
        cases.put("trailing bytes", new Refused(Fault.PAKETSTRUKTUR, () -> Packets.concat(GOOD, new byte[] {0})));
        cases.put("two messages", new Refused(Fault.PAKETSTRUKTUR, () -> Packets.concat(GOOD, GOOD)));
        cases.put("encrypted twice", new Refused(Fault.PAKETSTRUKTUR, () -> inside(GOOD)));
        cases.put("compressed twice", new Refused(Fault.PAKETSTRUKTUR, () -> inside(Packets.compressed(1, Packets.compressed(1, SIGNED)))));
        cases.put("compressed inside the signature", new Refused(Fault.PAKETSTRUKTUR, () -> inside(Packets.announced(BY), Packets.compressed(1, Packets.literal(CONTENT, "")), Packets.signature(CONTENT, BY))));
        cases.put("packet after the signature", new Refused(Fault.PAKETSTRUKTUR, () -> inside(SIGNED, Packets.compressed(1, SIGNED))));
        cases.put("packet after the compression", new Refused(Fault.PAKETSTRUKTUR, () -> inside(Packets.compressed(1, SIGNED), SIGNED)));
        cases.put("signature first", new Refused(Fault.PAKETSTRUKTUR, () -> inside(Packets.signature(CONTENT, BY), Packets.literal(CONTENT, ""))));
        cases.put("huge packet first", new Refused(Fault.PAKETSTRUKTUR, () -> Packets.concat(new byte[] {(byte) 0xC1, (byte) 0xFF, 0x7F, 0, 0, 0}, GOOD)));
        cases.put("two literals", new Refused(Fault.FLERA_LITERALER, () -> inside(Packets.announced(BY), Packets.literal(CONTENT, ""), Packets.literal(CONTENT, ""), Packets.signature(CONTENT, BY))));
        cases.put("literal after the signature", new Refused(Fault.FLERA_LITERALER, () -> inside(SIGNED, Packets.literal(CONTENT, ""))));
        cases.put("unknown compression", new Refused(Fault.KOMPRESSION, () -> inside(new byte[] {(byte) 0xC8, 2, 9, 1})));
        cases.put("compression bomb", new Refused(Fault.KOMPRESSIONSBOMB, () -> inside(Packets.compressed(1, Packets.signed(new byte[1_000_000], BY)))));
        cases.put("large bomb", new Refused(Fault.MEDDELANDE_FOR_STORT, () -> inside(Packets.compressed(2, Packets.signed(new byte[60_000_000], BY)))));
        cases.put("too large", new Refused(Fault.MEDDELANDE_FOR_STORT, () -> by(BY, content(3_200_000))));
        return cases.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue().fault(), e.getValue().message()));
    }

    private record Refused(Fault fault, Supplier<byte[]> message) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] to(To to) {
        return Packets.encrypted(SIGNED, to);
    }

    private static byte[] inside(byte[]... packets) {
        return Packets.encrypted(Packets.concat(packets), To.hub());
    }

    private static byte[] by(By by) {
        return by(by, CONTENT);
    }

    private static byte[] by(By by, byte[] content) {
        return inside(Packets.signed(content, by));
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

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refuses(String name, Fault fault, Supplier<byte[]> message) {
        assertThatThrownBy(() -> open(TestKeys.hub(), message.get()))
                .as(name)
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(fault.name()));
    }

    @Test
    void refusesAMessageCutAnywhere() {
        PgpKeys keys = TestKeys.hub();
        for (int length = 1; length < GOOD.length; length += 1 + length / 7) {
            byte[] cut = Packets.cut(GOOD, length);
            assertThatThrownBy(() -> open(keys, cut))
                    .as("cut at %d of %d", length, GOOD.length)
                    .isInstanceOfSatisfying(
                            PackageRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo("AVKORTAD"));
        }
    }

    @Test
    void refusesAMessageAlteredAnywhere() {
        PgpKeys keys = TestKeys.hub();
        byte[] small = Packets.message(content(300), SCB);
        for (int place = 0; place < small.length; place += place < 460 ? 23 : 3) {
            byte[] altered = Packets.altered(small, place);
            assertThatThrownBy(() -> open(keys, altered))
                    .as("altered at %d of %d", place, small.length)
                    .isInstanceOf(PackageRefusedException.class);
        }
    }

    @Test
    void stopsABombLongBeforeItIsSpent() {
        byte[] bomb = inside(Packets.compressed(2, Packets.signed(new byte[60_000_000], BY)));
        long[] read = new long[1];

        assertThatThrownBy(() -> new PgpOpening(
                                TestKeys.hub(),
                                new Signers(TestKeys.hub(), Set.of("SCB"), Duration.ofDays(30)),
                                new Limits(1L << 40, 200))
                        .open(new ByteArrayInputStream(bomb), "SCB", TestKeys.NOW, in -> {
                            while (in.read() >= 0) {
                                read[0]++;
                            }
                        }))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("KOMPRESSIONSBOMB"));
        assertThat(read[0]).isLessThan(40_000_000);
    }

    @Test
    void judgesTheKeyAtReading() throws IOException {
        PGPSecretKeyRing ended = TestKeys.made(TestKeys.MADE, Duration.ofDays(30).toSeconds(), true);
        PGPSecretKeyRing other = TestKeys.made(TestKeys.MADE, 0, true);
        By whileItLasted = By.key(ended.getSecretKey()).at(TestKeys.MADE.plusSeconds(3_600));

        assertCode(TestKeys.hub(temp, other, ended), by(whileItLasted), Fault.NYCKEL_UTGANGEN);
    }

    @Test
    void takesASigningSubkeyForItsPrimaryKey() throws IOException {
        PGPSecretKeyRing ring = TestKeys.made(TestKeys.MADE, 0, false);
        PGPSecretKey subkey = signingSubkey(ring);

        PgpOpening.Verified verified = open(TestKeys.hub(temp, ring, ring), by(By.key(subkey)));

        assertThat(verified.signer()).isEqualTo(TestKeys.hex(ring));
    }

    @Test
    void refusesAKeyThatIsNotMeantForSigning() throws IOException {
        PGPSecretKeyRing ring = TestKeys.made(TestKeys.MADE, 0, false);

        assertCode(TestKeys.hub(temp, ring, ring), by(By.key(ring.getSecretKey())), Fault.NYCKEL_OGILTIG);
    }

    @Test
    void refusesTheKeyOfTheOtherDirection() throws IOException {
        PGPSecretKeyRing signing = TestKeys.made(TestKeys.MADE, 0, true);

        assertCode(TestKeys.hub(temp, TestKeys.SCB, signing), by(BY), Fault.FEL_RIKTNING);
    }

    private static PGPSecretKey signingSubkey(PGPSecretKeyRing ring) {
        for (PGPSecretKey key : ring) {
            if (!key.isMasterKey() && key.isSigningKey()) {
                return key;
            }
        }
        throw new IllegalStateException("no signing subkey");
    }

    private void assertCode(PgpKeys keys, byte[] message, Fault fault) {
        assertThatThrownBy(() -> open(keys, message))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(fault.name()));
    }

    /** Nobody must send these, but they are stronger than what the contract asks for. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(booleans = {true, false})
    void opensAuthenticatedEncryption(boolean version5) throws IOException {
        byte[] message = aead(version5);

        assertThat(open(TestKeys.hub(), message).signer()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThatThrownBy(() -> open(TestKeys.hub(), Packets.altered(message, message.length / 2)))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("MANIPULERAD"));
        assertThatThrownBy(() -> open(TestKeys.hub(), Packets.cut(message, message.length - 16)))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("AVKORTAD"));
    }

    private static byte[] aead(boolean version5) {
        return Packets.bytes(out -> {
            var builder = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                    .setWithAEAD(AEADAlgorithmTags.OCB, 12);
            builder = version5 ? builder.setUseV5AEAD() : builder.setUseV6AEAD();
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(builder);
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(TestKeys.encryption(TestKeys.AMF)));
            generator.open(out, new byte[1 << 12]).write(SIGNED);
            generator.close();
        });
    }

    @Test
    void tellsAReadersRefusalOnlyOfAVerifiedMessage() throws IOException {
        PgpOpening opening = opening(TestKeys.hub());
        PackageRefusedException refusal = Fault.ZIP_FEL.refusal();

        PgpOpening.Verified verified = opening.open(new ByteArrayInputStream(GOOD), "SCB", TestKeys.NOW, in -> {
            assertThat(in.read()).isGreaterThanOrEqualTo(0);
            throw refusal;
        });

        assertThat(verified.refusal()).isSameAs(refusal);
        assertThatThrownBy(() -> opening.open(
                        new ByteArrayInputStream(Packets.altered(GOOD, -1)), "SCB", TestKeys.NOW, in -> {
                            throw refusal;
                        }))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("MANIPULERAD"));
    }

    @Test
    void aReaderCannotHideAFault() {
        byte[] altered = Packets.cut(GOOD, GOOD.length / 2);

        assertThatThrownBy(() -> opening(TestKeys.hub())
                        .open(new ByteArrayInputStream(altered), "SCB", TestKeys.NOW, in -> {
                            try {
                                in.readAllBytes();
                            } catch (PackageRefusedException e) {
                                throw new IllegalStateException("hidden", e);
                            }
                        }))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("AVKORTAD"));
    }

    @Test
    void aFailingDiskIsNoFaultOfThePackage() {
        InputStream failing = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read == 100_000) {
                    throw new IOException("disk");
                }
                return GOOD[read++] & 0xff;
            }
        };

        assertThatThrownBy(() -> opening(TestKeys.hub()).open(failing, "SCB", TestKeys.NOW, InputStream::readAllBytes))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void aReadersOwnFailureIsNotTheMessages() {
        assertThatThrownBy(() -> opening(TestKeys.hub()).open(new ByteArrayInputStream(GOOD), "SCB", TestKeys.NOW, in -> {
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PgpOpening.Verified open(PgpKeys keys, byte[] message) throws IOException {
        return opening(keys).open(new ByteArrayInputStream(message), "SCB", TestKeys.NOW, InputStream::readAllBytes);
    }

    private static PgpOpening opening(PgpKeys keys) {
        Signers signers = new Signers(keys, Set.of("SCB", "IFAU"), Duration.ofDays(30));
        return new PgpOpening(keys, signers, new Limits(2_000_000, 200));
    }
}
