package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.server.SftpStandIn;
import se.utfall.store.StoreSettings;
import se.utfall.store.TestDatabase;

/** {@code utfall run} as a process of its own, with keys of its own. */
class RunProcessTest {
    private static final Pattern STARTED = Pattern.compile("after ([0-9.]+) s\\. The page: (http://\\S+)");
    private static final double SLOWEST_START_SECONDS = 18;

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Path ssh;

    @BeforeEach
    void makeKeys() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        ssh = folder.resolve("hub-to-others");
        try (OutputStream secret = Files.newOutputStream(ssh);
                OutputStream shown = Files.newOutputStream(folder.resolve("hub-to-others.pub"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "hub", null, secret);
            OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair.getPublic(), "hub", shown);
        }
        Files.writeString(folder.resolve("password"), "only-for-this-test");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    @Test
    void startsAnswersAndStopsWhenTold() throws Exception {
        Path config = config(key("hub"), key("scb"), "");

        Process process = run(config);

        Matcher started = await().atMost(Duration.ofSeconds(60)).until(() -> STARTED.matcher(output()), Matcher::find);
        assertThat(Double.parseDouble(started.group(1))).isLessThan(SLOWEST_START_SECONDS);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(get(started.group(2) + "health/ready")).contains("\"status\":\"UP\""));
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(output()).contains("Closing.");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndStartsNothing() throws Exception {
        Path config = config(key("hub"), key("scb"), "misspelt: 1\nconsole: {port: 99999}\n");
        Files.writeString(config, Files.readString(config).replace("poll: 1s", "poll: soon"));

        Process process = run(config);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output())
                .contains("misspelt", "console.port", "sources.jobbtorg.sftp.poll", "partners.SCB.sftp.poll");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesTheExampleKeys() throws Exception {
        OpenPGPKey scb = key("scb");
        Path config = config(key("hub"), scb, "");
        Path example = Path.of("keys-example").toAbsolutePath();
        String real = Files.readString(config);

        Files.writeString(
                config,
                real.replace(
                        folder.resolve("hub.asc").toString(),
                        example.resolve("openpgp/amf.secret.asc").toString()));
        assertThat(run(config).waitFor()).isEqualTo(1);
        assertThat(output()).contains("keys-example");

        Files.writeString(
                config,
                real.replace(ssh.toString(), example.resolve("ssh/hub-to-scb").toString()));
        assertThat(run(config).waitFor()).isEqualTo(1);
        assertThat(output()).contains("keys-example");
    }

    @Test
    void aSecondHubOnTheSameFolderIsToldSo() throws Exception {
        Path config = config(key("hub"), key("scb"), "");
        run(config);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> STARTED.matcher(output()).find());

        Process second = run(config);

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(output()).contains("Another hub already runs");
    }

    private static OpenPGPKey key(String owner) throws Exception {
        return new BcOpenPGPApi()
                .generateKey(PublicKeyPacket.VERSION_4)
                .classicKey(owner)
                .build();
    }

    private Path config(OpenPGPKey hub, OpenPGPKey scb, String more) throws IOException {
        Files.writeString(folder.resolve("hub.asc"), hub.toAsciiArmoredString());
        Files.writeString(folder.resolve("scb.asc"), scb.toCertificate().toAsciiArmoredString());
        String fingerprint = HexFormat.of()
                .withUpperCase()
                .formatHex(scb.getPrimaryKey().getPGPPublicKey().getFingerprint());
        String config = String.join(
                "\n",
                "data: " + folder.resolve("data"),
                "keys: {secrets: " + folder.resolve("secrets") + ", pgp: " + folder.resolve("hub.asc") + "}",
                database(),
                "sources:",
                "  jobbtorg:",
                "    sftp: " + server("case-system", "export"),
                "partners:",
                "  SCB:",
                "    publicKeys: " + folder.resolve("scb.asc"),
                "    encryptTo: " + fingerprint,
                "    signedBy: " + fingerprint,
                "    sftp: " + server("scb", "in", "out"),
                "broker: {url: 'tcp://127.0.0.1:" + freePort() + "', passwordFile: " + folder.resolve("password") + "}",
                "flow: {routes: " + Path.of("routes").toAbsolutePath() + ", tick: 200ms}",
                more.contains("console") ? more : "console: {port: 0}\n" + more);
        return Files.writeString(folder.resolve("utfall.yaml"), config);
    }

    private String database() {
        StoreSettings store = TestDatabase.settings(folder);
        return TestDatabase.isPostgres()
                ? "database: {url: '" + store.url() + "', user: " + store.user() + ", passwordFile: "
                        + store.passwordFile() + "}"
                : "";
    }

    private String server(String name, String... folders) throws IOException {
        Path root = folder.resolve(name);
        for (String f : folders) {
            Files.createDirectories(root.resolve(f));
        }
        Path host = Path.of("keys-example/ssh/host-" + name);
        SftpStandIn server = SftpStandIn.start(name, root, host, folder.resolve("hub-to-others.pub"), "hub", 0);
        open.add(server);
        Path known = folder.resolve("known-" + name);
        Files.writeString(known, SftpStandIn.knownHosts(host.resolveSibling("host-" + name + ".pub"), server.port()));
        return String.format(
                Locale.ROOT,
                "{host: 127.0.0.1, port: %d, user: hub, identity: %s, knownHosts: %s, poll: 1s, still: 1s}",
                server.port(),
                ssh,
                known);
    }

    private Process run(Path config) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Utfall.class.getName(),
                "run",
                "--config",
                config.toString());
        builder.environment().put("UTFALL_LANG", "en");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
        open.add(() -> process.destroyForcibly().onExit().join());
        return process;
    }

    private String output() throws IOException {
        Path file = folder.resolve("output");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
