package se.utfall.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The hub's configuration file for a demo, made from {@code utfall.yaml} beside this class. */
final class DemoConfig {
    static final String SOURCE = "jobbtorg";
    static final String PARTNER = "SCB";
    static final String RESEARCHERS = "IFAU";
    static final String PURPOSE = "stockholmsjobb-uppfoljning";
    static final String CONSUMER = "statistik";
    static final String QUEUE = "utfall." + PURPOSE + ".v1::" + PURPOSE + "." + CONSUMER;

    private DemoConfig() {}

    static void write(
            DemoFolder folder,
            Path home,
            String login,
            int caseSystemPort,
            int scbPort,
            int ifauPort,
            String brokerLines,
            int consolePort)
            throws IOException {
        Map<String, String> values = Map.ofEntries(
                Map.entry("login", login),
                Map.entry("hub", folder.hub().toString()),
                Map.entry("secrets", folder.secrets().toString()),
                Map.entry("keys", home.resolve("keys-example").toString()),
                Map.entry("routes", home.resolve("routes").toString()),
                Map.entry("datasets", folder.root().resolve("datasets").toString()),
                Map.entry("caseSystemPort", Integer.toString(caseSystemPort)),
                Map.entry("caseSystemHosts", folder.knownHosts("case-system").toString()),
                Map.entry("scbPort", Integer.toString(scbPort)),
                Map.entry("scbHosts", folder.knownHosts("scb").toString()),
                Map.entry("ifauPort", Integer.toString(ifauPort)),
                Map.entry("ifauHosts", folder.knownHosts("ifau").toString()),
                Map.entry("results", folder.root().resolve("results").toString()),
                Map.entry("brokerLines", brokerLines),
                Map.entry("consolePort", Integer.toString(consolePort)),
                Map.entry("hubPassword", folder.password("hub").toString()),
                Map.entry("consumerPassword", folder.password(CONSUMER).toString()));
        Files.writeString(folder.config(), filled(values) + DemoStore.lines(folder));
    }

    private static String filled(Map<String, String> values) throws IOException {
        try (InputStream in = DemoConfig.class.getResourceAsStream("utfall.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return text;
        }
    }
}
