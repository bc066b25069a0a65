package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.keys.KeySettings.PartnerKey;

class PgpKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path temp;

    @Test
    void signsWithThePrimaryAndDecryptsWithTheSubkey() {
        PgpKeys keys = PgpKeys.load(ExampleRings.settings());

        PGPSecretKey signing = keys.signingKey(NOW);
        PGPSecretKey decrypting = keys.listDecryptionKeys().get(0);

        assertThat(PgpFile.hex(signing.getFingerprint()))
                .isEqualTo(ExampleRings.AMF)
                .isEqualTo(keys.ownFingerprint());
        assertThat(keys.signingKey().getKeyID()).isEqualTo(signing.getKeyID());
        assertThat(decrypting.isMasterKey()).isFalse();
        assertThat(keys.findDecryptionKey(decrypting.getKeyID())).isPresent();
        assertThat(keys.findDecryptionKey(signing.getKeyID())).isEmpty();
        assertThat(keys.unlock(signing).getKeyID()).isEqualTo(signing.getKeyID());
        assertThat(keys.unlock(decrypting).getKeyID()).isEqualTo(decrypting.getKeyID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCB", "IFAU"})
    void encryptsToThePartnersSubkeyUnderThePinnedPrimary(String partner) {
        PgpKeys keys = PgpKeys.load(ExampleRings.settings());

        PGPPublicKey key = keys.encryptionKey(partner, NOW);

        assertThat(key.isMasterKey()).isFalse();
        assertThat(key.isEncryptionKey()).isTrue();
        assertThat(keys.recipientFingerprint(partner))
                .isEqualTo("SCB".equals(partner) ? ExampleRings.SCB : ExampleRings.IFAU);
        assertThat(keys.signerRing(partner).getPublicKey().isMasterKey()).isTrue();
    }

    @Test
    void refusesKeysBeforeTheyWereMadeAndAfterTheyEnd() {
        PgpKeys keys = PgpKeys.load(ExampleRings.settings());

        assertThatThrownBy(() -> keys.encryptionKey("SCB", Instant.parse("2024-12-31T00:00:00Z")))
                .isInstanceOfSatisfying(
                        UnusableKeyException.class, e -> assertThat(e.code()).isEqualTo("KEY_NOT_YET_VALID"));
        assertThatThrownBy(() -> keys.encryptionKey("SCB", Instant.parse("2050-01-01T00:00:00Z")))
                .isInstanceOfSatisfying(
                        UnusableKeyException.class, e -> assertThat(e.code()).isEqualTo("KEY_EXPIRED"))
                .hasMessageContaining("KEY_EXPIRED ");
        assertThatThrownBy(() -> keys.signingKey(Instant.parse("2050-01-01T00:00:00Z")))
                .isInstanceOfSatisfying(
                        UnusableKeyException.class, e -> assertThat(e.code()).isEqualTo("KEY_EXPIRED"));
    }

    @Test
    void reportsAllProblemsTogether() throws IOException {
        Path garbage = Files.writeString(temp.resolve("garbage"), "no keys here");
        Path noRing = temp.resolve("missing");
        Map<String, PartnerKey> partners = Map.of(
                "SCB", new PartnerKey(ExampleRings.pgp("scb.public.asc"), ExampleRings.IFAU, "short"),
                "IFAU", new PartnerKey(noRing, ExampleRings.IFAU, ExampleRings.IFAU));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PgpKeys.load(new KeySettings(temp, null, garbage, temp.resolve("nopass"), partners)))
                .withMessageContaining("expected a secret key in")
                .withMessageContaining("the passphrase file")
                .withMessageContaining("partner SCB, encryptTo: no primary key with fingerprint " + ExampleRings.IFAU)
                .withMessageContaining("partner SCB, signedBy: expected the primary key's fingerprint")
                .withMessageContaining("partner IFAU: ")
                .withMessageNotContaining("partner IFAU, ");
    }

    @Test
    void refusesASecretKeyAmongAPartnersKeys() {
        PartnerKey careless = new PartnerKey(ExampleRings.pgp("scb.secret.asc"), ExampleRings.SCB, ExampleRings.SCB);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PgpKeys.load(ExampleRings.settings(Map.of("SCB", careless))))
                .withMessageContaining("holds a secret key");
    }

    @Test
    void pinsThePrimaryKeyNotASubkey() {
        PGPPublicKey subkey = PgpKeys.load(ExampleRings.settings()).encryptionKey("SCB", NOW);
        String fingerprint = PgpFile.hex(subkey.getFingerprint());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PgpKeys.load(ExampleRings.settings(Map.of(
                        "SCB", new PartnerKey(ExampleRings.pgp("scb.public.asc"), fingerprint, ExampleRings.SCB)))))
                .withMessageContaining("no primary key with fingerprint " + fingerprint);
    }

    @Test
    void readsSeveralArmouredBlocksAndBinaryRings() throws IOException {
        Path both = temp.resolve("both.asc");
        Files.writeString(
                both,
                Files.readString(ExampleRings.pgp("scb.public.asc"))
                        + Files.readString(ExampleRings.pgp("ifau.public.asc")));
        Path binary = temp.resolve("scb.gpg");
        Files.write(binary, PgpFile.read(both).publicRings().get(0).getEncoded());

        PgpKeys keys = PgpKeys.load(ExampleRings.settings(Map.of(
                "A", new PartnerKey(both, ExampleRings.SCB, ExampleRings.IFAU),
                "B", new PartnerKey(binary, ExampleRings.SCB, ExampleRings.SCB))));

        assertThat(keys.recipientFingerprint("A")).isEqualTo(ExampleRings.SCB);
        assertThat(PgpFile.hex(keys.signerRing("A").getPublicKey().getFingerprint()))
                .isEqualTo(ExampleRings.IFAU);
        assertThat(keys.recipientFingerprint("B")).isEqualTo(ExampleRings.SCB);
    }

    @Test
    void knowsTheExampleKeys() {
        assertThat(PgpKeys.load(ExampleRings.settings()).holdsExampleKey()).isTrue();
        assertThat(ExampleKeys.hasPgp(ExampleRings.AMF)).isTrue();
        assertThat(ExampleKeys.hasPgp("0".repeat(40))).isFalse();
    }
}
