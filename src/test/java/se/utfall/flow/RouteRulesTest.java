package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may stand in {@code routes/*.camel.yaml}: when, from where, to where, what if it fails; never what it means. */
class RouteRulesTest {
    private static final Set<String> STEPS = Set.of(
            "bean",
            "to",
            "choice",
            "filter",
            "setHeader",
            "setVariable",
            "setBody",
            "transform",
            "marshal",
            "unmarshal",
            "log",
            "pollEnrich");
    private static final Set<String> SCHEMES = Set.of("timer", "sftp", "file", "direct");
    private static final int MOST_STEPS = 8;

    private static final Map<String, String> OF_EVERY_SFTP_END = Map.of(
            "strictHostKeyChecking", "yes",
            "useUserKnownHostsFile", "false",
            "preferredAuthentications", "publickey",
            "serverHostKeys", "ssh-ed25519,ecdsa-sha2-nistp256,rsa-sha2-512,rsa-sha2-256",
            "serverAliveInterval", "15000",
            "serverAliveCountMax", "3",
            "connectTimeout", "10000",
            "soTimeout", "60000",
            "stepwise", "false",
            "autoCreate", "false");

    @Test
    void everyRouteSaysWhatItDoesAndWhatToDoIfItStops() throws IOException {
        for (Route route : routes()) {
            assertThat(route.text("id")).as(route.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(route.text("description")).as(route.name()).matches("[A-Z][^.]*\\.");
            assertThat(route.text("note"))
                    .as(route.name())
                    .startsWith("If it stops,")
                    .endsWith(".");
        }
    }

    @Test
    void idsAreUniqueAndStartWithTheirRoom() throws IOException {
        List<String> ids = routes().stream().map(r -> r.text("id")).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(routes()).allSatisfy(r -> assertThat(r.text("id")).startsWith(r.room()));
    }

    @Test
    void thereIsOneFilePerRoomWithARouteAndTheErrorPolicy() throws IOException {
        assertThat(files().stream().map(RouteRulesTest::room))
                .containsExactlyInAnyOrder(
                        "intake", "order", "exchange", "linkage", "publish", "dataset", "retention", "errors");
    }

    @Test
    void onlyPlainStepsAreUsed() throws IOException {
        for (Route route : routes()) {
            route.eachStep((step, body) -> assertThat(STEPS).as(route.name()).contains(step));
        }
    }

    @Test
    void noRouteIsLong() throws IOException {
        for (Route route : routes()) {
            List<String> steps = new ArrayList<>();
            route.eachStep((step, body) -> steps.add(step));
            assertThat(steps).as(route.name()).hasSizeLessThanOrEqualTo(MOST_STEPS);
        }
    }

    @Test
    void noScriptNoSqlAndNoBodyInALog() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            assertThat(text)
                    .as("%s", file)
                    .doesNotContainPattern("(?i)groovy|javascript|joor|jsonpath|xpath|sql:|select |script:|exec:");
        }
        for (Route route : routes()) {
            route.eachStep((step, body) -> {
                if (step.equals("log")) {
                    assertThat(body.toString()).as(route.name()).doesNotContain("body");
                }
            });
        }
    }

    @Test
    void onlyKnownKindsOfEndpointsAreUsed() throws IOException {
        for (Route route : routes()) {
            for (String uri : route.uris()) {
                assertThat(SCHEMES).as("%s: %s", route.name(), uri).contains(uri.substring(0, uri.indexOf(':')));
            }
        }
    }

    @Test
    void everySftpEndIsPinnedAndPatientAsMeasured() throws IOException {
        int ends = 0;
        for (Route route : routes()) {
            for (Map<String, String> end : route.sftpEnds()) {
                ends++;
                assertThat(end)
                        .as(route.name())
                        .containsAllEntriesOf(OF_EVERY_SFTP_END)
                        .containsKey("knownHostsFile");
            }
        }
        assertThat(ends).isGreaterThanOrEqualTo(4);
    }

    /** The optimised look-up shares an endpoint between names and, when the named file is not there, may bring another. */
    @Test
    void everyLookUpOfANamedFileIsNotOptimised() throws IOException {
        int lookUps = 0;
        for (Route route : routes()) {
            List<JsonNode> found = new ArrayList<>();
            route.eachStep((step, body) -> found.addAll(step.equals("pollEnrich") ? List.of(body) : List.of()));
            lookUps += found.size();
            assertThat(found)
                    .as(route.name())
                    .allMatch(body ->
                            body.path("allowOptimisedComponents").asText().equals("false"));
        }
        assertThat(lookUps).isPositive();
    }

    @Test
    void theErrorPolicyIsForAllRoutes() throws IOException {
        JsonNode policy =
                new YAMLMapper().readTree(Path.of("routes/errors.camel.yaml").toFile());

        assertThat(policy.get(0).get("routeConfiguration").has("id"))
                .as("with an id it would be for none")
                .isFalse();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("routes"))) {
            return all.sorted().toList();
        }
    }

    private static String room(Path file) {
        return file.getFileName().toString().replace(".camel.yaml", "");
    }

    private static List<Route> routes() throws IOException {
        List<Route> routes = new ArrayList<>();
        for (Path file : files()) {
            for (JsonNode entry : new YAMLMapper().readTree(file.toFile())) {
                JsonNode node = entry.has("route") ? entry.get("route") : entry.get("routeTemplate");
                if (node != null) {
                    routes.add(new Route(room(file), node));
                }
            }
        }
        return routes;
    }

    /** One route or template. */
    private record Route(String room, JsonNode node) {
        String name() {
            return room + "/" + text("id");
        }

        String text(String field) {
            return node.path(field).asText();
        }

        void eachStep(BiConsumer<String, JsonNode> visitor) {
            steps(node.path("from").path("steps"), visitor);
        }

        private static void steps(JsonNode steps, BiConsumer<String, JsonNode> visitor) {
            for (JsonNode step : steps) {
                step.properties().forEach(entry -> {
                    visitor.accept(entry.getKey(), entry.getValue());
                    inner(entry.getValue(), visitor);
                });
            }
        }

        private static void inner(JsonNode body, BiConsumer<String, JsonNode> visitor) {
            steps(body.path("steps"), visitor);
            body.path("when").forEach(when -> steps(when.path("steps"), visitor));
            steps(body.path("otherwise").path("steps"), visitor);
        }

        List<String> uris() {
            List<String> uris =
                    new ArrayList<>(List.of(node.path("from").path("uri").asText()));
            eachStep((step, body) -> {
                if (step.equals("to")) {
                    uris.add(body.isTextual() ? body.asText() : body.path("uri").asText());
                } else if (step.equals("pollEnrich")) {
                    uris.add(body.path("simple").asText());
                }
            });
            return uris;
        }

        List<Map<String, String>> sftpEnds() {
            List<Map<String, String>> ends = new ArrayList<>();
            if (node.path("from").path("uri").asText().startsWith("sftp:")) {
                ends.add(options(node.path("from")));
            }
            eachStep((step, body) -> {
                if (step.equals("to") && body.path("uri").asText().startsWith("sftp:")) {
                    ends.add(options(body));
                } else if (step.equals("pollEnrich")) {
                    ends.add(query(body.path("simple").asText()));
                }
            });
            return ends;
        }

        private static Map<String, String> options(JsonNode end) {
            Map<String, String> options = new TreeMap<>();
            end.path("parameters")
                    .properties()
                    .forEach(e -> options.put(e.getKey(), e.getValue().asText()));
            return options;
        }

        private static Map<String, String> query(String uri) {
            Map<String, String> options = new TreeMap<>();
            for (String pair : uri.substring(uri.indexOf('?') + 1).split("&", -1)) {
                options.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return options;
        }
    }
}
