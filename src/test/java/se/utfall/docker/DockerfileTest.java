package se.utfall.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that a linter for Dockerfiles would hold, and that what is copied is there. */
class DockerfileTest {
    private static final Set<String> MADE_BY_THE_BUILD = Set.of("/src/target/utfall.jar", "/src/target/lib");

    @ParameterizedTest
    @ValueSource(strings = {"docker/Dockerfile", "docker/sftp/Dockerfile"})
    void keepsTheRules(String file) throws IOException {
        List<Instruction> all = read(file);
        Set<String> stages = new HashSet<>();
        for (Instruction i : all) {
            switch (i.word()) {
                case "FROM" -> {
                    String image = i.rest().split(" ", -1)[0];
                    assertThat(stages.contains(image) || image.matches("[a-z/-]+:[0-9][A-Za-z0-9._-]*"))
                            .as("pinned: %s", image)
                            .isTrue();
                    stages.add(i.rest().replaceFirst(".* AS ", ""));
                }
                case "ENTRYPOINT", "CMD", "SHELL" -> assertThat(i.rest()).startsWith("[");
                case "HEALTHCHECK" -> assertThat(i.rest()).matches("(--[a-z-]+=[0-9a-z]+ )+CMD \\[.*]");
                case "RUN" -> assertThat(i.rest()).doesNotContain("sudo ", "curl ", "wget ", "chmod 777");
                case "ENV", "ARG" -> assertThat(i.rest()).doesNotContainPattern("(?i)password|secret=|token");
                default -> assertThat(i.word()).isIn("WORKDIR", "COPY", "VOLUME", "USER", "EXPOSE");
            }
        }
        assertThat(all).extracting(Instruction::word).doesNotContain("ADD");
    }

    @Test
    void runsAsNobodyWithRights() throws IOException {
        for (String stage : List.of("broker", "hub")) {
            List<Instruction> part = stage(stage);
            assertThat(part)
                    .contains(new Instruction("USER", "10001:10001"))
                    .extracting(Instruction::word)
                    .contains("HEALTHCHECK", "ENTRYPOINT", "VOLUME");
            assertThat(part.indexOf(new Instruction("USER", "10001:10001")))
                    .isLessThan(part.stream().map(Instruction::word).toList().indexOf("ENTRYPOINT"));
        }
    }

    @Test
    void startsTheHubAsVerifyDoes() throws IOException {
        Compose compose = Compose.read();

        assertThat(stage("hub"))
                .contains(
                        new Instruction("ENTRYPOINT", "[\"/opt/utfall/utfall\"]"),
                        new Instruction("CMD", "[\"run\", \"--config\", \"/etc/utfall/utfall.yaml\"]"),
                        new Instruction("COPY", "utfall /opt/utfall/utfall"));
        assertThat(compose.service("hub").get("command"))
                .isEqualTo(List.of("run", "--config", "/etc/utfall/utfall.yaml"));
        assertThat(Files.readString(Path.of("verify"))).contains("src/test/sh/compose-parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/Dockerfile", "docker/sftp/Dockerfile"})
    void copiesOnlyWhatIsThereAndInTheContext(String file) throws IOException {
        List<String> context = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(context)
                .contains("*")
                .noneMatch(line -> line.startsWith("!docker/prepared") || line.equals("!docker"));
        for (Instruction copy : read(file)) {
            if (copy.word().equals("COPY")) {
                boolean built = copy.rest().startsWith("--from=build ");
                List<String> words = Arrays.asList(copy.rest().split(" ", -1));
                for (String source : words.subList(built ? 1 : 0, words.size() - 1)) {
                    assertThat(built ? MADE_BY_THE_BUILD.contains(source) : Files.exists(Path.of(source)))
                            .as(source)
                            .isTrue();
                    assertThat(built || context.stream().anyMatch(line -> shows(line, source)))
                            .as("%s is in the build context", source)
                            .isTrue();
                }
            }
        }
    }

    private static boolean shows(String line, String source) {
        return line.startsWith("!") && (source + "/").startsWith(line.substring(1) + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/prepare",
                "docker/hub/health",
                "docker/broker/start",
                "docker/broker/health",
                "docker/sftp/start",
                "docker/sftp/health",
                "utfall",
                "src/test/sh/compose-parts"
            })
    void everyScriptCanBeRun(String script) throws IOException {
        assertThat(Path.of(script)).isExecutable();
        assertThat(Files.readString(Path.of(script))).startsWith("#!/");
    }

    private record Instruction(String word, String rest) {}

    private static List<Instruction> stage(String name) throws IOException {
        List<Instruction> all = read("docker/Dockerfile");
        int from = 0;
        while (!all.get(from).rest().endsWith(" AS " + name)) {
            from++;
        }
        int to = from + 1;
        while (to < all.size() && !all.get(to).word().equals("FROM")) {
            to++;
        }
        return all.subList(from, to);
    }

    private static List<Instruction> read(String file) throws IOException {
        String text = Files.readString(Path.of(file)).replace("\\\n", " ");
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> new Instruction(line.split(" ", 2)[0], line.split(" ", 2)[1]))
                .toList();
    }
}
