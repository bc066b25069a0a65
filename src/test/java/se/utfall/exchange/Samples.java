package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import se.utfall.exchange.Packets.By;
import se.utfall.exchange.Packets.To;
import se.utfall.keys.PgpKeys;

/** A good message to the hub, signed by SCB, and its parts. */
final class Samples {
    static final byte[] CONTENT = content(200_000);
    static final PGPSecretKey SCB = TestKeys.SCB.getSecretKey();
    static final PGPSecretKey IFAU = TestKeys.IFAU.getSecretKey();
    static final By BY = By.key(SCB);
    static final byte[] SIGNED = Packets.signed(CONTENT, BY);
    static final byte[] GOOD = Packets.encrypted(SIGNED, To.hub());

    private Samples() {}

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        return content;
    }

    static byte[] signedAt(long seconds) {
        return Packets.encrypted(Packets.signed(CONTENT, BY.at(TestKeys.NOW.plusSeconds(seconds))), To.hub());
    }

    static byte[] to(To to) {
        return Packets.encrypted(SIGNED, to);
    }

    static byte[] inside(byte[]... packets) {
        return Packets.encrypted(Packets.concat(packets), To.hub());
    }

    static byte[] by(By by) {
        return by(by, CONTENT);
    }

    static byte[] by(By by, byte[] content) {
        return inside(Packets.signed(content, by));
    }

    /** Signed with a further statement in the signature. */
    static byte[] stating(Consumer<PGPSignatureSubpacketGenerator> statement) {
        return inside(Packets.announced(BY), Packets.literal(CONTENT, ""), Packets.signature(CONTENT, BY, statement));
    }

    static PgpOpening.Verified open(PgpKeys keys, byte[] message) throws IOException {
        return opening(keys).open(new ByteArrayInputStream(message), "SCB", TestKeys.NOW, InputStream::readAllBytes);
    }

    static PgpOpening opening(PgpKeys keys) {
        Signers signers = new Signers(keys, Set.of("SCB", "IFAU"), Duration.ofDays(30));
        return new PgpOpening(keys, signers, new Limits(2_000_000, 200));
    }

    static void assertRefused(PgpKeys keys, byte[] message, Fault fault) {
        assertThatThrownBy(() -> open(keys, message))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo(fault.name()));
    }
}
