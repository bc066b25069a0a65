package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.exchange.Samples.BY;
import static se.utfall.exchange.Samples.CONTENT;
import static se.utfall.exchange.Samples.GOOD;
import static se.utfall.exchange.Samples.SCB;
import static se.utfall.exchange.Samples.SIGNED;
import static se.utfall.exchange.Samples.assertRefused;
import static se.utfall.exchange.Samples.content;
import static se.utfall.exchange.Samples.inside;
import static se.utfall.exchange.Samples.open;
import static se.utfall.exchange.Samples.opening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.keys.PgpKeys;

/** Messages as partners, careless programs and attackers would write them. */
class PgpOpeningTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("se.utfall.exchange.AcceptedMessage#all")
    void opens(AcceptedMessage accepted) throws IOException {
        byte[][] read = new byte[1][];

        PgpOpening.Verified verified = opening(TestKeys.hub())
                .open(
                        new ByteArrayInputStream(accepted.message().get()),
                        "SCB",
                        TestKeys.NOW,
                        in -> read[0] = in.readAllBytes());

        assertThat(read[0]).isEqualTo(accepted.name().startsWith("empty") ? new byte[0] : CONTENT);
        assertThat(verified.signer()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThat(verified.refusal()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("se.utfall.exchange.RefusedMessage#all")
    void refuses(RefusedMessage refused) {
        assertRefused(TestKeys.hub(), refused.message().get(), refused.fault());
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
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("KOMPRESSIONSBOMB"));
        assertThat(read[0]).isLessThan(40_000_000);
    }

    /** Nobody must send these, but they are stronger than what the contract asks for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensAuthenticatedEncryption(boolean version5) throws IOException {
        byte[] message = aead(version5);

        assertThat(open(TestKeys.hub(), message).signer()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThatThrownBy(() -> open(TestKeys.hub(), Packets.altered(message, message.length / 2)))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("MANIPULERAD"));
        assertThatThrownBy(() -> open(TestKeys.hub(), Packets.cut(message, message.length - 16)))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("AVKORTAD"));
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
        assertThatThrownBy(() ->
                        opening.open(new ByteArrayInputStream(Packets.altered(GOOD, -1)), "SCB", TestKeys.NOW, in -> {
                            throw refusal;
                        }))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("MANIPULERAD"));
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
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("AVKORTAD"));
    }

    @Test
    void aFailingDiskIsNoFaultOfThePackage() {
        InputStream failing = new FailingStream(Packets.cut(GOOD, 100_000), "disk");

        assertThatThrownBy(() -> opening(TestKeys.hub()).open(failing, "SCB", TestKeys.NOW, InputStream::readAllBytes))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void aReadersOwnFailureIsNotTheMessages() {
        assertThatThrownBy(
                        () -> opening(TestKeys.hub()).open(new ByteArrayInputStream(GOOD), "SCB", TestKeys.NOW, in -> {
                            throw new IllegalStateException("a defect");
                        }))
                .isInstanceOf(IllegalStateException.class);
    }
}
