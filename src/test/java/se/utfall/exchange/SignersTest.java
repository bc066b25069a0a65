package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.exchange.Samples.BY;
import static se.utfall.exchange.Samples.assertRefused;
import static se.utfall.exchange.Samples.by;
import static se.utfall.exchange.Samples.open;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.exchange.Packets.By;

class SignersTest {
    @TempDir
    Path temp;

    @Test
    void judgesTheKeyAtReading() throws IOException {
        PGPSecretKeyRing ended =
                TestKeys.made(TestKeys.MADE, Duration.ofDays(30).toSeconds(), true);
        PGPSecretKeyRing other = TestKeys.made(TestKeys.MADE, 0, true);
        By whileItLasted = By.key(ended.getSecretKey()).at(TestKeys.MADE.plusSeconds(3_600));

        assertRefused(TestKeys.hub(temp, other, ended), by(whileItLasted), Fault.NYCKEL_UTGANGEN);
    }

    @Test
    void refusesARevokedKeyWhateverItSignedBefore() {
        PGPSecretKeyRing ring = TestKeys.made(TestKeys.MADE, 0, true);
        byte[] message = by(By.key(ring.getSecretKey()));

        assertRefused(TestKeys.hub(temp, TestKeys.SCB, TestKeys.revoked(ring)), message, Fault.NYCKEL_ATERKALLAD);
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

        assertRefused(TestKeys.hub(temp, ring, ring), by(By.key(ring.getSecretKey())), Fault.NYCKEL_OGILTIG);
    }

    @Test
    void refusesTheKeyOfTheOtherDirection() throws IOException {
        PGPSecretKeyRing signing = TestKeys.made(TestKeys.MADE, 0, true);

        assertRefused(TestKeys.hub(temp, TestKeys.SCB, signing), by(BY), Fault.FEL_RIKTNING);
    }

    private static PGPSecretKey signingSubkey(PGPSecretKeyRing ring) {
        for (PGPSecretKey key : ring) {
            if (!key.isMasterKey() && key.isSigningKey()) {
                return key;
            }
        }
        throw new IllegalStateException("no signing subkey");
    }
}
