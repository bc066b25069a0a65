package se.utfall.demo.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import se.utfall.demo.partner.PartnerSettings;

/** Where a benchmark keeps everything, and the files a hub needs to start there. */
public final class BenchmarkFolder {
    static final String ADDRESS = "utfall.benchmark.bulk.v1";
    private static final String HUB_FINGERPRINT = "38A07F9AB97482F8419A7203FBF5A8A91D89AF37";
    private final Path root;
    private final Path keys;
    private final String brokerUrl;

    private BenchmarkFolder(Path root, Path home, int port) {
        this.root = root;
        this.keys = home.resolve("keys-example");
        this.brokerUrl = "tcp://127.0.0.1:" + port;
    }

    /** An empty folder is made ready; one that holds something is refused with an {@link IOException}. */
    public static BenchmarkFolder make(Path root, Path home) throws IOException {
        Files.createDirectories(root);
        try (var held = Files.list(root)) {
            if (held.findAny().isPresent()) {
                throw new IOException(root + " is not empty");
            }
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BenchmarkFolder folder = new BenchmarkFolder(root.toAbsolutePath(), home, free.getLocalPort());
            Files.writeString(folder.hubPassword(), "benchmark-only");
            Files.writeString(folder.config(), folder.text("utfall.yaml"));
            return folder;
        }
    }

    public Path config() {
        return root.resolve("utfall.yaml");
    }

    Path root() {
        return root;
    }

    String brokerUrl() {
        return brokerUrl;
    }

    Path hubPassword() {
        return root.resolve("password");
    }

    PartnerSettings.Keys partnerKeys() {
        Path pgp = keys.resolve("openpgp");
        return new PartnerSettings.Keys(pgp.resolve("scb.secret.asc"), pgp.resolve("amf.public.asc"), HUB_FINGERPRINT);
    }

    Path orderFile(YearMonth from, YearMonth to) throws IOException {
        String order = text("order.yaml").replace("{{from}}", from.toString()).replace("{{to}}", to.toString());
        return Files.writeString(root.resolve("order.yaml"), order);
    }

    private String text(String resource) throws IOException {
        try (InputStream in = BenchmarkFolder.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{root}}", root.toString())
                    .replace("{{keys}}", keys.toString())
                    .replace("{{brokerUrl}}", brokerUrl);
        }
    }
}
