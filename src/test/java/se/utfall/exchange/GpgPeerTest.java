package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;

/** GnuPG at the other end. */
@Tag("peer")
@Tag("gpg")
class GpgPeerTest {
    private static final String TO_HUB = "amf@example.invalid";
    private static final String SCB = "scb@example.invalid";

    @TempDir
    Path temp;

    private Gpg gpg;
    private byte[] content;
    private Path plain;
    private Path message;

    @BeforeEach
    void open() throws Exception {
        gpg = new Gpg(temp.resolve("g"));
        for (String key : List.of("amf.public.asc", "scb.secret.asc", "ifau.secret.asc")) {
            gpg.importExample(key);
        }
        content = Zips.of(Zips.deflated("a", noise(300_000)));
        plain = Files.write(temp.resolve("plain.zip"), content);
        message = temp.resolve("message.pgp");
    }

    @AfterEach
    void close() throws Exception {
        gpg.close();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(5).nextBytes(noise);
        return noise;
    }

    @ParameterizedTest
    @CsvSource({"SCB, 0", "SCB, 1", "SCB, 300000", "IFAU, 300000"})
    void readsWhatTheHubSeals(String partner, int size) throws Exception {
        byte[] zip = noise(size);
        PgpKeys keys = TestKeys.hub();
        PGPSecretKey signer = keys.signingKey(TestKeys.NOW);
        Path out = temp.resolve("out");
        try (var sealed = Files.newOutputStream(message)) {
            new PgpSealing(
                            keys.encryptionKey(partner, TestKeys.NOW),
                            signer.getPublicKey(),
                            keys.unlock(signer),
                            TestKeys.NOW.minusSeconds(120))
                    .seal(new ByteArrayInputStream(zip), sealed);
        }

        String status = gpg.run("--status-fd", "1", "--output", out.toString(), "--decrypt", message.toString());

        assertThat(Files.readAllBytes(out)).isEqualTo(zip);
        assertThat(status)
                .contains("DECRYPTION_OKAY", "GOODMDC")
                .contains("VALIDSIG " + TestKeys.hex(TestKeys.AMF))
                .contains("DECRYPTION_INFO 2 9")
                .containsPattern("PLAINTEXT 62 \\d+ \\R");
        assertThat(packets()).doesNotContain("compressed packet").contains("digest 8,");
    }

    private String packets() throws Exception {
        return gpg.run("--list-packets", message.toString());
    }

    @Test
    void readsWhatAHubWithCurve25519Seals() throws Exception {
        PgpKeys keys = TestKeys.house(
                "ifau",
                Map.of(
                        "SCB",
                        new PartnerKey(
                                Path.of("keys-example/openpgp/scb.public.asc"),
                                TestKeys.hex(TestKeys.SCB),
                                TestKeys.hex(TestKeys.SCB))));
        PGPSecretKey signer = keys.signingKey(TestKeys.NOW);
        try (var sealed = Files.newOutputStream(message)) {
            new PgpSealing(
                            keys.encryptionKey("SCB", TestKeys.NOW),
                            signer.getPublicKey(),
                            keys.unlock(signer),
                            TestKeys.NOW.minusSeconds(120))
                    .seal(new ByteArrayInputStream(content), sealed);
        }

        assertThat(gpg.run(
                        "--status-fd",
                        "1",
                        "--output",
                        temp.resolve("out").toString(),
                        "--decrypt",
                        message.toString()))
                .contains("VALIDSIG " + TestKeys.hex(TestKeys.IFAU));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--compress-algo none",
                "--compress-algo zip -z 9",
                "--compress-algo zlib",
                "--compress-algo bzip2",
                "--hidden-recipient ifau@example.invalid",
                "--throw-keyids",
                "--throw-keyids -r ifau@example.invalid -r scb@example.invalid",
                "-r ifau@example.invalid",
                "--cipher-algo AES",
                "--cipher-algo AES192",
                "--digest-algo SHA512",
                "--digest-algo SHA224",
                "--set-filename svar.zip"
            })
    void isReadByTheHub(String options) throws Exception {
        encrypt(SCB, options + " --sign --encrypt");

        assertThat(open(TestKeys.hub(), "SCB")).isEqualTo(content);
    }

    @Test
    void isReadByTheHubWhenItSignsByEd25519() throws Exception {
        encrypt("ifau@example.invalid", "--sign --encrypt");

        assertThat(open(TestKeys.hub(), "IFAU")).isEqualTo(content);
    }

    @Test
    void isReadByAHubWithCurve25519() throws Exception {
        gpg.run(
                "-u",
                SCB,
                "-r",
                "ifau@example.invalid",
                "-o",
                message.toString(),
                "--sign",
                "--encrypt",
                plain.toString());
        PartnerKey scb = new PartnerKey(
                Path.of("keys-example/openpgp/scb.public.asc"), TestKeys.hex(TestKeys.SCB), TestKeys.hex(TestKeys.SCB));

        assertThat(open(TestKeys.house("ifau", Map.of("SCB", scb)), "SCB")).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa3072", "rsa4096", "ed25519"})
    void isReadByTheHubUnderKeysThatItMakesToday(String algorithm) throws Exception {
        gpg.run("--quick-generate-key", "New <new@example.invalid>", algorithm, "cert,sign", "1y");
        String fingerprint = gpg.run("--with-colons", "--list-keys", "new@example.invalid")
                .lines()
                .filter(l -> l.startsWith("fpr:"))
                .map(l -> l.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
        Path ring = temp.resolve("ring.asc");
        gpg.run("--armor", "-o", ring.toString(), "--export", "new@example.invalid", SCB);
        encrypt("new@example.invalid", "--sign --encrypt");
        PartnerKey partner = new PartnerKey(ring, TestKeys.hex(TestKeys.SCB), fingerprint);

        assertThat(open(TestKeys.house("amf", Map.of("SCB", partner)), "SCB")).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "--armor --sign --encrypt, ARMERAD",
        "--encrypt, EJ_SIGNERAD",
        "--sign, OKRYPTERAD",
        "--store, OKRYPTERAD",
        "--digest-algo SHA1 --sign --encrypt, SVAG_HASH",
        "--digest-algo RIPEMD160 --sign --encrypt, SVAG_HASH",
        "--cipher-algo 3DES --sign --encrypt, SVAGT_CHIFFER",
        "--cipher-algo CAST5 --sign --encrypt, SVAGT_CHIFFER",
        "--cipher-algo CAMELLIA256 --sign --encrypt, SVAGT_CHIFFER",
        "-u ifau@example.invalid --sign --encrypt, FLERA_SIGNATURER",
        "--textmode --sign --encrypt, SIGNATUR_OGILTIG"
    })
    void isRefusedWithItsCode(String options, String code) throws Exception {
        encrypt(SCB, options);

        assertCode(code);
    }

    @ParameterizedTest
    @CsvSource({"20261023T000000, SIGNATUR_FOR_GAMMAL", "20261124T140000, SIGNATUR_I_FRAMTIDEN", "20261026T000000, ''"})
    void isRefusedOutsideTheTime(String time, String code) throws Exception {
        gpg.setTime(time);
        encrypt(SCB, "--sign --encrypt");

        if (code.isEmpty()) {
            assertThat(open(TestKeys.hub(), "SCB")).isEqualTo(content);
        } else {
            assertCode(code);
        }
    }

    @Test
    void isRefusedWhenMeantForSomebodyElse() throws Exception {
        gpg.run(
                "-u",
                SCB,
                "-r",
                "ifau@example.invalid",
                "-o",
                message.toString(),
                "--sign",
                "--encrypt",
                plain.toString());
        assertCode("FEL_MOTTAGARE");
    }

    @Test
    void isRefusedWhenCompressedTooMuch() throws Exception {
        Files.write(plain, new byte[5_000_000]);
        encrypt(SCB, "--compress-algo zlib --sign --encrypt");

        assertCode("KOMPRESSIONSBOMB");
    }

    private void assertCode(String code) {
        assertThatThrownBy(() -> open(TestKeys.hub(), "SCB"))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void encrypt(String signer, String options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-u", signer));
        if (options.contains("--encrypt")) {
            arguments.addAll(List.of("-r", TO_HUB));
        }
        arguments.addAll(List.of("-o", message.toString()));
        arguments.addAll(Arrays.asList(options.strip().split(" +")));
        arguments.add(plain.toString());
        gpg.run(arguments.toArray(String[]::new));
    }

    private byte[] open(PgpKeys keys, String partner) throws IOException {
        Signers signers = new Signers(keys, Set.of("SCB"), Duration.ofDays(30));
        byte[][] read = new byte[1][];
        try (var in = Files.newInputStream(message)) {
            new PgpOpening(keys, signers, new Limits(10_000_000, 200))
                    .open(in, partner, TestKeys.NOW, c -> read[0] = c.readAllBytes());
        }
        return read[0];
    }
}
