package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.utfall.docker.Compose;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** The broker in {@code docker/} has the addresses, queues and rights that the embedded one would have by the hub's configuration there. */
class DockerBrokerTest {
    private static final Path ETC = Path.of("docker/broker/etc");
    private static final Path NO_FILE = Path.of("none");

    private final Configuration embedded = new ConfigurationImpl();
    private Configuration external;
    private BrokerSettings settings;

    @BeforeEach
    void read() throws Exception {
        Map<String, Object> hub = Compose.yaml(Path.of("docker/hub/utfall.yaml"));
        Map<String, List<ConsumerAccount>> purposes = new LinkedHashMap<>();
        Compose.map(hub.get("purposes"))
                .forEach((purpose, value) -> purposes.put(
                        purpose, accounts(Compose.map(Compose.map(value).get("consumers")))));
        Map<String, Object> broker = Compose.map(hub.get("broker"));
        settings = new BrokerSettings(
                false, String.valueOf(broker.get("url")), null, String.valueOf(broker.get("user")), NO_FILE, purposes);
        new BrokerLayout(settings, embedded).apply();
        String xml = Files.readString(ETC.resolve("broker.xml")).replace("${broker.", "${no.");
        FileConfigurationParser parser = new FileConfigurationParser();
        parser.setValidateAIO(false);
        external = parser.parseMainConfig(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ConsumerAccount> accounts(Map<String, Object> consumers) {
        List<ConsumerAccount> accounts = new ArrayList<>();
        consumers.forEach((name, value) -> {
            Map<String, Object> account = Compose.map(value);
            accounts.add(new ConsumerAccount(
                    name, String.valueOf(account.get("user")), NO_FILE, Boolean.TRUE.equals(account.get("bulk"))));
        });
        return accounts;
    }

    @Test
    void grantsTheSame() {
        assertThat(external.getSecurityRoles())
                .isEqualTo(embedded.getSecurityRoles())
                .isNotEmpty();
    }

    @Test
    void hasTheSameAddressesAndQueues() {
        assertThat(words(external)).isEqualTo(words(embedded)).isNotEmpty();
        assertThat(external.getAddressSettings())
                .isEqualTo(embedded.getAddressSettings())
                .isNotEmpty();
    }

    private static List<String> words(Configuration configuration) {
        return configuration.getAddressConfigurations().stream()
                .map(DockerBrokerTest::words)
                .sorted()
                .toList();
    }

    private static String words(CoreAddressConfiguration address) {
        return address.getName() + " " + address.getRoutingTypes() + " "
                + address.getQueueConfigs().stream()
                        .map(q -> q.getName() + "@" + q.getAddress() + " " + q.getRoutingType() + " " + q.isDurable())
                        .sorted()
                        .toList();
    }

    @Test
    void listensByTlsAloneAndKeepsNoRetention() {
        assertThat(external.getAcceptorConfigurations())
                .singleElement()
                .satisfies(a -> assertThat(a.getParams())
                        .containsEntry("sslEnabled", "true")
                        .containsEntry("protocols", "CORE,AMQP,STOMP"));
        assertThat(external.isSecurityEnabled()).isTrue();
        assertThat(external.isPersistenceEnabled()).isTrue();
        assertThat(external.getJournalRetentionDirectory()).isNull();
    }

    @Test
    void knowsEveryUserAsARole() throws IOException {
        TreeSet<String> users = new TreeSet<>(List.of(settings.user()));
        settings.purposes().values().forEach(all -> all.forEach(c -> users.add(c.user())));
        Properties roles = new Properties();
        try (Reader in = new StringReader(Files.readString(ETC.resolve("roles.properties")))) {
            roles.load(in);
        }

        assertThat(roles.stringPropertyNames())
                .isEqualTo(users)
                .allSatisfy(user -> assertThat(roles.getProperty(user)).isEqualTo(user));
        assertThat(Files.readString(Path.of("docker/prepare")))
                .contains(users.stream().map(user -> user + " = %s").toList().toArray(String[]::new));
    }
}
