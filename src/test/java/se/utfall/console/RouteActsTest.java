package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteActsTest {
    private static final Map<String, String> REASON = Map.of("reason", "PLANNED_WORK", "reference", "INC-4711");

    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder).user("olga", "read", "operate").user("rut", "read");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void pausesForAReasonAndLeavesATrace() {
        Browser browser = house.as("olga");

        HttpResponse<String> answer = browser.post("/routes/publish/pause", REASON);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/routes#r-publish");
        assertThat(house.routes.status).containsEntry("publish", "Suspended");
        assertThat(house.trail()).endsWith("olga ROUTE_PAUSED publish PLANNED_WORK INC-4711");
    }

    @Test
    void showsTheNextOperatorWhoPausedAndWhy() {
        house.as("olga").post("/routes/linkage/pause", REASON);
        house.hub.now = Pictures.troubled();

        String page = house.as("rut").get("/routes").body();

        assertThat(page).contains("Pausad av olga, 24 nov. 2026 08:00: Planerat arbete INC-4711");
    }

    @Test
    void resumesAndLeavesATrace() {
        Browser browser = house.as("olga");

        HttpResponse<String> answer = browser.post("/routes/linkage/resume", Map.of("reason", "FAULT_FIXED"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(house.routes.status).containsEntry("linkage", "Started");
        assertThat(house.trail()).endsWith("olga ROUTE_RESUMED linkage FAULT_FIXED");
    }

    @Test
    void refusesWhoOnlyReadsAndLeavesATrace() {
        HttpResponse<String> answer = house.as("rut").post("/routes/publish/pause", REASON);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(house.routes.status).containsEntry("publish", "Started");
        assertThat(house.trail()).endsWith("rut ACCESS_REFUSED POST /routes/{route}/pause operate");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        Browser browser = house.as("olga");

        HttpResponse<String> answer =
                browser.post("/routes/publish/pause", Map.of("reason", "PLANNED_WORK", "csrf", "0".repeat(64)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(house.routes.status).containsEntry("publish", "Started");
        assertThat(house.trail()).noneMatch(line -> line.contains("ROUTE"));
    }

    @Test
    void refusesTheTokenOfAnotherSession() {
        Browser browser = house.as("olga");
        String others = Tokens.csrf(house.as("rut").cookies.get(Cookies.SESSION));

        HttpResponse<String> answer =
                browser.post("/routes/publish/pause", Map.of("reason", "PLANNED_WORK", "csrf", others));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "NONSENSE, ''",
        "FAULT_FIXED, ''",
        "PLANNED_WORK, free words",
        "PLANNED_WORK, 123456789",
        "PLANNED_WORK, 12345-6789",
        "PLANNED_WORK, ABCDEFGHIJKLMNOPQRSTU"
    })
    void doesNothingWithoutAReasonOfTheListOrWithFreeText(String reason, String reference) {
        HttpResponse<String> answer =
                house.as("olga").post("/routes/publish/pause", Map.of("reason", reason, "reference", reference));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Inget har ändrats");
        assertThat(house.routes.status).containsEntry("publish", "Started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void knowsNoOtherRoutes(String act) {
        HttpResponse<String> answer = house.as("olga")
                .post("/routes/nowhere/" + act, Map.of("reason", act.equals("pause") ? "SECURITY" : "WORK_DONE"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(house.trail()).noneMatch(line -> line.contains("nowhere"));
    }

    @Test
    void tracesAnActThatFailedAndShowsNothingOfTheException() {
        Browser browser = house.as("olga");

        HttpResponse<String> answer = browser.post("/routes/" + FakeRoutes.STUBBORN + "/pause", REASON);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Navet kunde inte svara")
                .contains("24 nov. 2026 08:00:00")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("se.utfall");
        assertThat(house.trail()).endsWith("olga ROUTE_ACT_FAILED dataset ROUTE_PAUSED");
    }
}
