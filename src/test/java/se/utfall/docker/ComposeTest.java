package se.utfall.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known of {@code docker/compose.yaml} without an engine; {@code src/test/sh/compose-parts} starts what it names. */
class ComposeTest {
    private static final Pattern SIZE = Pattern.compile("size=([0-9]+[mg])");
    private static final Pattern HEAP = Pattern.compile("-Xmx([0-9]+[mg])");
    private static final long BESIDE_THE_HEAP = 512;
    private static final long BESIDE_THE_ENGINE = 256;

    private Compose compose;

    @BeforeEach
    void read() throws IOException {
        compose = Compose.read();
    }

    @Test
    void fitsTheSpecificationsSchema() throws IOException {
        assertThat(problems(compose.root())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helthcheck", "mem_limits"})
    void isHeldToTheSchema(String misspelt) throws IOException {
        compose.service("hub").put(misspelt, "1");

        assertThat(problems(compose.root())).contains(misspelt);
    }

    private static String problems(Map<String, Object> compose) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("classpath:compose/compose-spec.json"));
        String json = new ObjectMapper().writeValueAsString(compose);
        StringBuilder problems = new StringBuilder();
        schema.validate(json, InputFormat.JSON).forEach(m -> problems.append(m).append('\n'));
        return problems.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets", "configs", "volumes", "networks"})
    void declaresWhatServicesUseAndNothingElse(String kind) {
        Set<String> used = new TreeSet<>();
        compose.services().values().forEach(s -> Compose.list(s.get(kind)).forEach(use -> used.add(source(use))));
        Set<String> declared =
                new TreeSet<>(Compose.map(compose.root().get(kind)).keySet());

        assertThat(declared).isEqualTo(used);
    }

    private static String source(Object use) {
        return use instanceof Map<?, ?> m
                ? String.valueOf(m.get("source"))
                : String.valueOf(use).replaceFirst(":.*", "");
    }

    @Test
    void takesEverySecretAndConfigFromWhatPrepareMade() {
        for (String kind : List.of("secrets", "configs")) {
            Compose.map(compose.root().get(kind))
                    .values()
                    .forEach(f -> assertThat(Compose.map(f))
                            .containsOnlyKeys("file")
                            .allSatisfy((k, path) -> assertThat(path).asString().matches("prepared/[a-zA-Z0-9.-]+")));
        }
    }

    @Test
    void buildsFromDockerfilesAndStagesThatAreThere() throws IOException {
        for (Map<String, Object> service : compose.services().values()) {
            Map<String, Object> build = Compose.map(service.get("build"));
            if (!build.isEmpty()) {
                Path context = Compose.FOLDER.resolve(String.valueOf(build.get("context")));
                Path dockerfile = context.resolve(String.valueOf(build.get("dockerfile")));
                assertThat(dockerfile).exists();
                Object target = build.get("target");
                assertThat(target == null || Files.readString(dockerfile).contains(" AS " + target + "\n"))
                        .isTrue();
                Compose.map(build.get("args"))
                        .keySet()
                        .forEach(arg -> assertThat(dockerfile).content().contains("ARG " + arg));
            }
        }
    }

    @Test
    void givesNoServiceMoreThanItNeeds() {
        compose.services()
                .forEach((name, s) -> assertThat(s)
                        .as(name)
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsEntry("ulimits", Map.of("core", 0))
                        .containsKeys("mem_limit", "pids_limit", "healthcheck")
                        .doesNotContainKeys("privileged", "network_mode", "pid", "ipc", "devices", "cap"));
        assertThat(compose.services().entrySet().stream()
                        .filter(e -> e.getValue().containsKey("cap_add"))
                        .map(Map.Entry::getKey))
                .containsExactly("case-system", "scb", "ifau");
    }

    @Test
    void pinsEveryImageByTag() {
        compose.services()
                .forEach((name, s) ->
                        assertThat(String.valueOf(s.get("image"))).as(name).matches("[a-z0-9./-]+:[0-9][a-z0-9.-]*"));
    }

    @Test
    void handsPortsOutOnTheHostsLoopbackOnly() {
        compose.services()
                .values()
                .forEach(s -> Compose.list(s.get("ports"))
                        .forEach(port -> assertThat(String.valueOf(port)).matches("127\\.0\\.0\\.1:([0-9]+):\\1")));
    }

    @Test
    void partsTheCounterpartsFromEachOther() {
        for (String alone : List.of("database", "case-system", "scb", "ifau")) {
            assertThat(compose.service(alone).get("networks")).isEqualTo(List.of(alone));
            assertThat(Compose.map(Compose.map(compose.root().get("networks")).get(alone)))
                    .containsEntry("internal", true);
            assertThat(compose.services().entrySet().stream()
                            .filter(e ->
                                    Compose.list(e.getValue().get("networks")).contains(alone))
                            .map(Map.Entry::getKey))
                    .containsExactlyInAnyOrder("hub", alone);
        }
        assertThat(compose.service("broker").get("networks")).isEqualTo(List.of("broker", "consumers"));
    }

    @Test
    void waitsForServicesThatSayWhenTheyAreWell() {
        Map<String, Object> needed = Compose.map(compose.service("hub").get("depends_on"));

        assertThat(needed.keySet()).containsExactlyInAnyOrder("database", "broker", "case-system", "scb", "ifau");
        needed.forEach((name, how) -> {
            assertThat(Compose.map(how)).containsEntry("condition", "service_healthy");
            assertThat(Compose.map(compose.service(name).get("healthcheck"))).containsKey("test");
        });
    }

    @Test
    void holdsNoSecretAndNoVariableFromOutside() throws IOException {
        assertThat(Files.readString(Compose.FOLDER.resolve("compose.yaml"))).doesNotContain("$");
        compose.services()
                .values()
                .forEach(s -> Compose.map(s.get("environment"))
                        .forEach((name, value) -> assertThat(
                                        !name.matches(".*(PASSWORD|SECRET|KEY|TOKEN).*") || name.endsWith("_FILE"))
                                .as(name)
                                .isTrue()));
    }

    @Test
    void setsNoVariableThatNobodyReads() throws IOException {
        assertRead("hub", Path.of("utfall"), Path.of("src/main/java/se/utfall/Utfall.java"));
        assertRead("broker", Compose.FOLDER.resolve("broker/start"));
        for (String server : List.of("case-system", "scb", "ifau")) {
            assertRead(server, Compose.FOLDER.resolve("sftp/start"));
            assertRead(server, Compose.FOLDER.resolve("sftp/health"));
        }
    }

    private void assertRead(String service, Path... readers) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path reader : readers) {
            text.append(Files.readString(reader));
        }
        Compose.map(compose.service(service).get("environment"))
                .keySet()
                .forEach(variable -> assertThat(text).contains(variable));
    }

    @Test
    void hasMemoryForTheDatasetWorkerToo() throws IOException {
        Map<String, Object> dataset = Compose.map(
                Compose.yaml(Compose.FOLDER.resolve("hub/utfall.yaml")).get("dataset"));
        long worker = Compose.megabytes(String.valueOf(dataset.get("workerMemory"))) + BESIDE_THE_ENGINE;
        long hub = size(HEAP, compose.environment("hub", "UTFALL_JAVA_OPTS")) + BESIDE_THE_HEAP;
        long folders = compose.tmpfs("hub").values().stream()
                .mapToLong(options -> size(SIZE, options))
                .sum();

        assertThat(Compose.megabytes(String.valueOf(compose.service("hub").get("mem_limit"))))
                .isGreaterThanOrEqualTo(hub + worker + folders);
        assertThat(compose.service("hub").get("memswap_limit"))
                .isEqualTo(compose.service("hub").get("mem_limit"));
    }

    private static long size(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Compose.megabytes(found.group(1));
    }

    /** An engine mounts folders in memory as noexec unless told; the dataset worker loads its library from the work area. */
    @Test
    void letsTheEnginesLoadTheirLibraries() {
        assertThat(compose.tmpfs("hub"))
                .allSatisfy((folder, options) ->
                        assertThat(options).startsWith("exec,nosuid,nodev,").contains("uid=10001,", "mode=0700,"));
    }
}
