package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.console.page.RouteWords;
import se.utfall.console.page.Texts;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.notice.Messages;

/** The routes' words as they stand in {@code routes/}, and their Swedish on the page. */
class RouteWordsTest {
    static Stream<RouteState> routes() {
        List<RouteState> routes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode entry : new YAMLMapper().readTree(Files.readAllBytes(file))) {
                    JsonNode route = entry.has("route") ? entry.get("route") : entry.path("routeTemplate");
                    if (route.has("id")) {
                        routes.add(new RouteState(
                                route.get("id").asText(),
                                route.path("description").asText(),
                                route.path("note").asText(),
                                "Started"));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return routes.stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteHasSwedishWords(RouteState route) {
        RouteWords swedish = new Texts(Messages.SWEDISH).route(route);
        RouteWords english = new Texts(Locale.ENGLISH).route(route);

        assertThat(swedish.language()).isEqualTo("sv");
        assertThat(swedish.description()).isNotBlank().isNotEqualTo(route.description());
        assertThat(swedish.note()).isNotBlank().isNotEqualTo(route.note());
        assertThat(english).isEqualTo(new RouteWords(route.description(), route.note(), "en"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void knowsARouteMadeForACounterpart(RouteState route) {
        RouteState made = new RouteState(route.id() + "-A-KASSA", route.description(), route.note(), "Started");

        assertThat(new Texts(Messages.SWEDISH).route(made).language()).isEqualTo("sv");
    }

    @Test
    void showsWordsThatAnOperatorChangedAsTheyStand() {
        RouteState changed = new RouteState("publish", "Publishes, but not on Fridays.", "Ask Rut.", "Started");

        assertThat(new Texts(Messages.SWEDISH).route(changed))
                .isEqualTo(new RouteWords("Publishes, but not on Fridays.", "Ask Rut.", "en"));
    }
}
