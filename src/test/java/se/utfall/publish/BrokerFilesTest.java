package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.publish.BrokerRefusedException.Code;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** The files for an external broker say what the embedded broker does. */
class BrokerFilesTest {
    @TempDir
    Path folder;

    private BrokerSettings settings;

    @BeforeEach
    void settings() throws IOException {
        settings = Brokers.settings(folder);
    }

    @Test
    void grantWhatTheEmbeddedBrokerGrants() throws Exception {
        Configuration embedded = new ConfigurationImpl();
        new BrokerLayout(settings, embedded).apply();

        Configuration external = parsed(settings);

        assertThat(external.getSecurityRoles())
                .isEqualTo(embedded.getSecurityRoles())
                .isNotEmpty();
        assertThat(external.getAddressConfigurations().stream().map(BrokerFilesTest::words))
                .containsExactlyInAnyOrderElementsOf(embedded.getAddressConfigurations().stream()
                        .map(BrokerFilesTest::words)
                        .toList())
                .isNotEmpty();
        assertThat(external.getAddressSettings())
                .isEqualTo(embedded.getAddressSettings())
                .isNotEmpty();
    }

    @Test
    void takeOnlyTlsAndKeepNoRetention() throws Exception {
        Configuration external = parsed(settings);

        assertThat(external.getAcceptorConfigurations())
                .hasSize(1)
                .allSatisfy(a -> assertThat(a.getParams())
                        .containsEntry("sslEnabled", "true")
                        .containsEntry("protocols", "CORE,AMQP,STOMP")
                        .containsEntry("host", "127.0.0.1"));
        assertThat(external.isSecurityEnabled()).isTrue();
        assertThat(external.getJournalRetentionDirectory()).isNull();
    }

    @Test
    void holdNoPasswordAndAreTheOwnersOnly() throws Exception {
        BrokerFiles.write(settings, folder.resolve("etc"));

        try (var files = Files.list(folder.resolve("etc"))) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(f -> f.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "broker.xml", "login.config", "artemis-users.properties", "artemis-roles.properties");
            for (Path file : all) {
                assertThat(Files.readString(file)).doesNotContain("secret-").doesNotContain("{{");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void refuseAUserThatWouldBecomeTwo() throws IOException {
        Path password = Files.writeString(folder.resolve("p"), "x");
        BrokerSettings two = new BrokerSettings(
                false,
                settings.url(),
                null,
                "hub",
                settings.passwordFile(),
                Map.of("uppfoljning", List.of(new ConsumerAccount("analys", "analys,hub", password, false))));

        assertThatThrownBy(() -> BrokerFiles.write(two, folder.resolve("etc")))
                .isInstanceOfSatisfying(
                        BrokerRefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_USER));
    }

    private Configuration parsed(BrokerSettings settings) throws Exception {
        BrokerFiles.write(settings, folder.resolve("etc"));
        try (var in = Files.newInputStream(folder.resolve("etc/broker.xml"))) {
            FileConfigurationParser parser = new FileConfigurationParser();
            parser.setValidateAIO(false);
            return parser.parseMainConfig(in);
        }
    }

    private static String words(CoreAddressConfiguration address) {
        return address.getName() + " " + address.getRoutingTypes() + " "
                + address.getQueueConfigs().stream()
                        .map(q -> q.getName() + "@" + q.getAddress() + " " + q.getRoutingType() + " " + q.isDurable())
                        .sorted()
                        .toList();
    }
}
