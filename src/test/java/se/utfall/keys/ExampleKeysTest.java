package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleKeysTest {
    private static final Path SSH = ExampleRings.FOLDER.resolve("ssh");

    @TempDir
    Path temp;

    static Stream<Path> sshKeys() {
        return Stream.of("hub-to-", "host-")
                .flatMap(kind -> Stream.of("case-system", "scb", "ifau").map(p -> SSH.resolve(kind + p)));
    }

    @ParameterizedTest
    @MethodSource("sshKeys")
    void areReadByBothSshLibraries(Path key) throws Exception {
        KeyPair jsch = KeyPair.load(new JSch(), key.toString());
        java.security.KeyPair mina =
                new FileKeyPairProvider(key).loadKeys(null).iterator().next();
        String published = Files.readString(key.resolveSibling(key.getFileName() + ".pub"));

        assertThat(jsch.getKeyType()).isEqualTo(KeyPair.ED25519);
        assertThat(jsch.isEncrypted()).isFalse();
        assertThat(KeyUtils.compareKeys(
                        mina.getPublic(),
                        AuthorizedKeyEntry.parseAuthorizedKeyEntry(published).resolvePublicKey(null, null)))
                .isTrue();
        assertThat(KeyUtils.getFingerPrint(mina.getPublic())).isEqualTo("SHA256:" + sha256(jsch));
    }

    private static String sha256(KeyPair key) throws Exception {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(key.getPublicKeyBlob());
        return java.util.Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    @ParameterizedTest
    @MethodSource("sshKeys")
    void areRecognisedWithOtherLineEnds(Path key) throws Exception {
        Path copy =
                Files.writeString(temp.resolve("copy"), Files.readString(key).replace("\n", "\r\n") + "\r\n");
        Path other =
                Files.writeString(temp.resolve("other"), Files.readString(key).replace("A", "B"));

        assertThat(ExampleKeys.hasSsh(key)).isTrue();
        assertThat(ExampleKeys.hasSsh(copy)).isTrue();
        assertThat(ExampleKeys.hasSsh(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-system", "scb", "ifau"})
    void standInTheKnownHosts(String counterpart) throws Exception {
        List<String> line = List.of(Files.readString(ExampleRings.FOLDER.resolve("known_hosts/" + counterpart))
                .strip()
                .split(" "));
        String published = Files.readString(SSH.resolve("host-" + counterpart + ".pub"));

        assertThat(published).startsWith(line.get(1) + " " + line.get(2));
        JSch jsch = new JSch();
        jsch.setKnownHosts(
                ExampleRings.FOLDER.resolve("known_hosts/" + counterpart).toString());
        assertThat(jsch.getHostKeyRepository().getHostKey()).isNotEmpty();
    }

    @Test
    void everyOpenPgpPairBelongsTogether() throws Exception {
        for (String owner : List.of("amf", "scb", "ifau")) {
            PGPPublicKeyRing published = PgpFile.read(ExampleRings.pgp(owner + ".public.asc"))
                    .publicRings()
                    .get(0);
            PGPPublicKeyRing secret = PgpFile.read(ExampleRings.pgp(owner + ".secret.asc"))
                    .secretRings()
                    .get(0)
                    .toCertificate();

            assertThat(secret.getPublicKey().getFingerprint())
                    .isEqualTo(published.getPublicKey().getFingerprint());
            assertThat(ExampleKeys.hasPgp(PgpFile.hex(published.getPublicKey().getFingerprint())))
                    .isTrue();
            assertThat(published.getPublicKey().getUserIDs().next())
                    .startsWith("Utfall example ")
                    .endsWith("@example.invalid>");
        }
    }
}
