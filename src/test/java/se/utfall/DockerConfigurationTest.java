package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.docker.Compose;
import se.utfall.flow.SftpServer;

/** The hub's configuration in {@code docker/} is one the hub reads, and fits the compose file around it. */
class DockerConfigurationTest {
    private static final Pattern MOUNTED = Pattern.compile("/(?:run/secrets|etc/utfall)/[a-z0-9.-]+");

    @TempDir
    Path container;

    private Compose compose;
    private String template;
    private Settings settings;

    @BeforeEach
    void read() throws IOException {
        compose = Compose.read();
        template = Files.readString(Path.of("docker/hub/utfall.yaml"));
        for (String path : compose.files("hub").keySet()) {
            Path file = container.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "something");
        }
        settings = SettingsFile.read(configuration(template));
    }

    /** As prepare writes it, with the container's root in the test's folder. */
    private Path configuration(String text) throws IOException {
        String pinned = text.replaceAll("\\{\\{[a-z]+}}", "A".repeat(40));
        String moved = pinned.replaceAll("(: |=)/(run|etc|var|opt)/", "$1" + container + "/$2/");
        return Files.writeString(container.resolve("utfall.yaml"), moved);
    }

    @Test
    void isHeldToTheReader() throws IOException {
        Path misspelt = configuration(template + "\nconsol: {port: 1}\n");

        assertThatThrownBy(() -> SettingsFile.read(misspelt)).hasMessageContaining("consol: not a setting");
    }

    @Test
    void namesTheFilesThatComposeMountsAndNoOthers() {
        Set<String> named =
                MOUNTED.matcher(template).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mounted = new TreeSet<>(compose.files("hub").keySet());
        assertThat(mounted.remove("/etc/utfall/utfall.yaml")).isTrue();

        assertThat(named).isEqualTo(mounted);
    }

    @Test
    void keepsLastingThingsOnVolumesAndClearTextInMemory() {
        assertThat(compose.volumes("hub").keySet())
                .containsExactlyInAnyOrder(
                        inContainer(settings.data()),
                        inContainer(settings.keys().secrets()));
        assertThat(compose.tmpfs("hub")).containsKey(inContainer(settings.work().getParent()));
        assertThat(inContainer(settings.dataset().folder())).startsWith(inContainer(settings.data()) + "/");
        assertThat(inContainer(settings.flow().routes())).isEqualTo("/opt/utfall/routes");
    }

    private String inContainer(Path path) {
        return "/" + container.relativize(path);
    }

    @Test
    void findsEveryCounterpartWhereComposeStartsIt() {
        Map<String, SftpServer> servers = Map.of(
                "case-system", settings.flow().sources().get("jobbtorg").server(),
                "scb", settings.flow().partners().get("SCB").server(),
                "ifau", settings.flow().partners().get("IFAU").server());
        servers.forEach((service, server) -> {
            assertThat(server.host()).isEqualTo(service);
            assertThat(compose.environment(service, "SFTP_PORT")).isEqualTo(Integer.toString(server.port()));
            assertThat(compose.files(service))
                    .containsEntry("/run/secrets/host-key", "prepared/host-" + service)
                    .containsEntry("/run/secrets/authorized-keys", "prepared/hub-to-" + service + ".pub");
            assertThat(inContainer(server.identity())).isEqualTo("/run/secrets/hub-to-" + service);
            assertThat(inContainer(server.knownHosts())).isEqualTo("/etc/utfall/" + service + ".known-hosts");
        });
    }

    @Test
    void usesTheDatabaseThatComposeStarts() {
        URI url = URI.create(settings.store().url().substring("jdbc:".length()));

        assertThat(compose.services()).containsKey(url.getHost());
        assertThat(url.getPath()).isEqualTo("/" + compose.environment("database", "POSTGRES_DB"));
        assertThat(settings.store().user()).isEqualTo(compose.environment("database", "POSTGRES_USER"));
        assertThat(inContainer(settings.store().passwordFile()))
                .isEqualTo(compose.environment("database", "POSTGRES_PASSWORD_FILE"));
        assertThat(compose.files("database").keySet())
                .isEqualTo(Set.of(inContainer(settings.store().passwordFile())));
    }

    @Test
    void usesTheBrokerThatComposeStarts() throws IOException {
        URI url = URI.create(settings.broker().url());
        String xml = Files.readString(Path.of("docker/broker/etc/broker.xml"));

        assertThat(settings.broker().embedded()).isFalse();
        assertThat(url.getHost()).isEqualTo("broker");
        assertThat(inContainer(settings.broker().trust())).isEqualTo("/etc/utfall/broker-authority.pem");
        assertThat(xml).contains("<acceptor name=\"tls\">tcp://0.0.0.0:" + url.getPort() + "?");
        assertThat(compose.service("broker").get("ports"))
                .isEqualTo(List.of("127.0.0.1:" + url.getPort() + ":" + url.getPort()));
        assertThat(Files.readString(Path.of("docker/broker/health"))).contains("BROKER_PORT:-" + url.getPort() + "}");
        Matcher secrets = Pattern.compile("\\$\\{broker\\.secrets}(/[a-z-]+)")
                .matcher(xml + Files.readString(Path.of("docker/broker/etc/login.config")));
        assertThat(secrets.results().map(m -> "/run/secrets" + m.group(1)))
                .containsExactlyInAnyOrderElementsOf(compose.files("broker").keySet());
    }

    @Test
    void showsThePageWhereComposeHandsItOut() throws IOException {
        int port = settings.console().port();

        assertThat(compose.service("hub").get("ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
        assertThat(Files.readString(Path.of("docker/Dockerfile"))).contains("EXPOSE " + port + "\n");
        assertThat(Files.readString(Path.of("docker/hub/health"))).contains("UTFALL_PAGE_PORT:-" + port + "}");
    }
}
