package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.KeyValidity.State;

/** Keys as GnuPG makes, extends and revokes them. */
@Tag("peer")
@Tag("gpg")
class KeyValidityTest {
    private static final String NAME = "Utfall test <test@example.invalid>";
    private static final Instant IN_2025 = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant IN_2026 = Instant.parse("2026-06-01T00:00:00Z");
    private static final String MADE = "20250101T000000";

    @TempDir
    Path temp;

    private Gpg gpg;
    private String primary;

    @BeforeEach
    void makeKey() throws Exception {
        gpg = new Gpg(temp.resolve("g"));
        primary = gpg.newKey(MADE, NAME, "ed25519", "1y");
    }

    @AfterEach
    void stop() throws Exception {
        gpg.close();
    }

    private PGPPublicKeyRing ring() throws Exception {
        return PgpFile.read(gpg.export(temp.resolve("key.asc"), primary))
                .publicRings()
                .get(0);
    }

    private PgpKeys keys() throws Exception {
        PartnerKey partner = new PartnerKey(gpg.export(temp.resolve("key.asc"), primary), primary, primary);
        return PgpKeys.load(ExampleRings.settings(Map.of("P", partner)));
    }

    private String code(PgpKeys keys, Instant at) {
        try {
            keys.encryptionKey("P", at);
            return "usable";
        } catch (UnusableKeyException e) {
            return e.code();
        }
    }

    private static PGPPublicKey subkey(PGPPublicKeyRing ring) {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        return keys.get(keys.size() - 1);
    }

    @Test
    void endsWithItsValidity() throws Exception {
        PGPPublicKeyRing ring = ring();
        PGPPublicKey key = ring.getPublicKey();

        assertThat(KeyValidity.of(ring, key, Instant.parse("2024-12-31T23:59:59Z")))
                .isEqualTo(State.NOT_YET_VALID);
        assertThat(KeyValidity.of(ring, key, Instant.parse("2025-01-01T00:00:00Z")))
                .isEqualTo(State.VALID);
        assertThat(KeyValidity.maySign(ring, key, IN_2025)).isTrue();
        assertThat(KeyValidity.mayEncrypt(ring, key, IN_2025)).isFalse();
        assertThat(KeyValidity.of(ring, key, IN_2026)).isEqualTo(State.EXPIRED);
        assertThat(KeyValidity.maySign(ring, key, IN_2026)).isFalse();
    }

    @Test
    void isValidAgainWhenItsOwnerExtendedIt() throws Exception {
        gpg.at("20251101T000000", "--quick-set-expire", primary, "5y");
        PGPPublicKeyRing ring = ring();

        assertThat(KeyValidity.of(ring, ring.getPublicKey(), IN_2026)).isEqualTo(State.VALID);
        assertThat(KeyValidity.of(ring, ring.getPublicKey(), IN_2025)).isEqualTo(State.VALID);
    }

    @Test
    void endsEarlierWhenItsOwnerSaysSo() throws Exception {
        gpg.at("20250201T000000", "--quick-set-expire", primary, "1m");
        PGPPublicKeyRing ring = ring();

        assertThat(KeyValidity.of(ring, ring.getPublicKey(), IN_2025)).isEqualTo(State.EXPIRED);
        assertThat(KeyValidity.of(ring, ring.getPublicKey(), Instant.parse("2025-01-15T00:00:00Z")))
                .isEqualTo(State.VALID);
    }

    @Test
    void isRevokedForAllTimesWhenItMayBeCompromised() throws Exception {
        revoke();
        PGPPublicKeyRing ring = ring();

        assertThat(KeyValidity.of(ring, ring.getPublicKey(), IN_2025)).isEqualTo(State.REVOKED);
        assertThat(code(keys(), IN_2025)).isEqualTo("KEY_MISSING");
    }

    @Test
    void refusesTheSubkeyOfARevokedKey() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "cv25519", "encr", "1y");
        revoke();

        assertThat(code(keys(), IN_2025)).isEqualTo("KEY_REVOKED");
    }

    @Test
    void missesAnEncryptionKey() throws Exception {
        assertThat(code(keys(), IN_2025)).isEqualTo("KEY_MISSING");
    }

    @Test
    void refusesAnExpiredSubkeyOfAValidKey() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "cv25519", "encr", "1m");

        assertThat(code(keys(), Instant.parse("2025-01-15T00:00:00Z"))).isEqualTo("usable");
        assertThat(code(keys(), IN_2025)).isEqualTo("KEY_EXPIRED");
    }

    @Test
    void takesTheNewestOfSeveralSubkeys() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "cv25519", "encr", "1y");
        gpg.at("20250401T000000", "--quick-add-key", primary, "cv25519", "encr", "1m");
        PgpKeys keys = keys();

        assertThat(made(keys, "2025-03-01T00:00:00Z")).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(made(keys, "2025-04-10T00:00:00Z")).isEqualTo("2025-04-01T00:00:00Z");
        assertThat(made(keys, "2025-06-10T00:00:00Z")).isEqualTo("2025-01-01T00:00:00Z");
    }

    private static String made(PgpKeys keys, String at) {
        return keys.encryptionKey("P", Instant.parse(at))
                .getCreationTime()
                .toInstant()
                .toString();
    }

    @Test
    void countsASigningSubkeyThatConfirmedItself() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "ed25519", "sign", "1y");
        PGPPublicKeyRing ring = ring();

        assertThat(KeyValidity.maySign(ring, subkey(ring), IN_2025)).isTrue();
    }

    @Test
    void refusesASubkeyThatWasMovedFromAnotherRing() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "ed25519", "sign", "1y");
        PGPPublicKey foreign = subkey(ring());
        primary = gpg.newKey(MADE, "Utfall thief <thief@example.invalid>", "ed25519", "1y");

        PGPPublicKeyRing ring = PGPPublicKeyRing.insertPublicKey(ring(), foreign);

        assertThat(KeyValidity.of(ring, foreign, IN_2025)).isEqualTo(State.UNBOUND);
        assertThat(KeyValidity.maySign(ring, foreign, IN_2025)).isFalse();
    }

    @Test
    void believesTheRevokerThatTheOwnerNamed() throws Exception {
        gpg.newKey(MADE, "Utfall revoker <revoker@example.invalid>", "ed25519", "5y");
        gpg.answering("addrevoker\nrevoker@example.invalid\ny\nsave\n", "--edit-key", primary);
        PGPPublicKeyRing before = ring();
        Path revocation = Files.writeString(
                temp.resolve("revocation.asc"), gpg.answering("y\n0\nwhy\n\ny\n", "--desig-revoke", primary));

        gpg.at("20250801T000000", "--import", revocation.toString());

        assertThat(KeyValidity.of(before, before.getPublicKey(), IN_2025)).isEqualTo(State.VALID);
        assertThat(KeyValidity.of(ring(), ring().getPublicKey(), IN_2025)).isEqualTo(State.REVOKED);
    }

    @Test
    void ignoresARevocationThatSomebodyElseMade() throws Exception {
        revoke();
        PGPPublicKey revoked = ring().getPublicKey();
        var revocation = revoked.getSignaturesOfType(0x20).next();
        primary = gpg.newKey(MADE, "Utfall other <other@example.invalid>", "ed25519", "1y");
        PGPPublicKeyRing ring = ring();
        PGPPublicKey smeared = PGPPublicKey.addCertification(ring.getPublicKey(), revocation);

        PGPPublicKeyRing smearedRing = PGPPublicKeyRing.insertPublicKey(ring, smeared);

        assertThat(smearedRing.getPublicKey().getSignaturesOfType(0x20).hasNext())
                .isTrue();
        assertThat(KeyValidity.of(smearedRing, smearedRing.getPublicKey(), IN_2025))
                .isEqualTo(State.VALID);
    }

    @Test
    void refusesAPassphraseThatDoesNotOpenTheOwnKey() throws Exception {
        gpg.at(MADE, "--quick-add-key", primary, "cv25519", "encr", "1y");
        Path secret = temp.resolve("own.asc");
        gpg.at(
                MADE,
                "--passphrase",
                "right",
                "--quick-generate-key",
                "Own <own@example.invalid>",
                "ed25519",
                "sign",
                "1y");
        gpg.at(
                MADE,
                "--passphrase",
                "right",
                "--armor",
                "--output",
                secret.toString(),
                "--export-secret-keys",
                "own@example.invalid");
        Path wrong = Files.writeString(temp.resolve("wrong"), "wrong\n");
        Path right = Files.writeString(temp.resolve("right"), "right\n");

        assertThatThrownBy(() -> load(secret, wrong))
                .hasMessageContaining("does not open secret key")
                .hasMessageContaining("may decrypt");
        assertThatThrownBy(() -> load(secret, right))
                .hasMessageNotContaining("does not open secret key")
                .hasMessageContaining("may decrypt");
    }

    private static PgpKeys load(Path secret, Path passphrase) {
        return PgpKeys.load(new KeySettings(Path.of("unused"), null, secret, passphrase, Map.of()));
    }

    private void revoke() throws IOException, InterruptedException {
        Path prepared = temp.resolve("g/openpgp-revocs.d/" + primary + ".rev");
        Path revocation = temp.resolve("revocation.asc");
        Files.writeString(revocation, Files.readString(prepared).replace(":-----BEGIN", "-----BEGIN"));
        gpg.at("20250801T000000", "--import", revocation.toString());
    }
}
