package se.utfall.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.broker.BrokerCertificates;
import se.utfall.demo.broker.BrokerProcess;
import se.utfall.publish.BrokerFiles;
import se.utfall.publish.BrokerSettings;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** Where the demo's broker runs: in the hub, or in a process of its own with TLS. It is remembered, as the messages lie there. */
final class DemoBroker implements AutoCloseable {
    private static final String HUB = "utfall";
    private final String url;
    private final @Nullable Path trust;
    private final @Nullable BrokerProcess process;

    private DemoBroker(String url, @Nullable Path trust, @Nullable BrokerProcess process) {
        this.url = url;
        this.trust = trust;
        this.process = process;
    }

    /** Whether the demo of this folder runs so; a folder begun with a broker of its own goes on with it, asked for or not. */
    static boolean same(DemoFolder folder, boolean external) throws IOException {
        Path file = folder.root().resolve("demo-broker");
        if (!Files.exists(file)) {
            Path made = file.resolveSibling("demo-broker.part");
            Files.writeString(made, external ? "external\n" : "embedded\n");
            Files.move(made, file);
        }
        return !external || isExternal(folder);
    }

    private static boolean isExternal(DemoFolder folder) throws IOException {
        Path file = folder.root().resolve("demo-broker");
        return Files.exists(file) && Files.readString(file).startsWith("external");
    }

    static DemoBroker start(DemoFolder folder) throws IOException {
        int port = Ports.freeNear(61616);
        if (!isExternal(folder)) {
            return new DemoBroker("tcp://127.0.0.1:" + port, null, null);
        }
        Path etc = folder.broker();
        BrokerCertificates.make(etc, "dns:localhost,ip:127.0.0.1");
        Path trust = BrokerCertificates.authority(etc);
        String url = "tcp://localhost:" + port;
        ConsumerAccount consumer = new ConsumerAccount(
                DemoConfig.CONSUMER, DemoConfig.CONSUMER, folder.password(DemoConfig.CONSUMER), false);
        BrokerFiles.write(
                new BrokerSettings(
                        false,
                        url,
                        trust,
                        null,
                        HUB,
                        folder.password("hub"),
                        Map.of(DemoConfig.PURPOSE, List.of(consumer))),
                etc);
        return new DemoBroker(url, trust, BrokerProcess.start(etc));
    }

    String url() {
        return url;
    }

    String consumerUrl() {
        return trust == null
                ? url
                : url + "?sslEnabled=true&verifyHost=true&trustStoreType=PEM&trustStorePath="
                        + URLEncoder.encode(trust.toString(), StandardCharsets.UTF_8);
    }

    /** Of the hub's configuration. */
    String lines() {
        return "  embedded: " + (trust == null) + "\n  url: \"" + url + "\"\n"
                + (trust == null ? "" : "  trust: \"" + trust + "\"\n");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
