package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesOnThePageTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder)
                .user("rut", "read")
                .user("olga", "operate")
                .user("anna", "approve")
                .user("stina", "statistics")
                .user("sven", "security");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void leadsEverybodyToWhatTheirRoleMaySee() {
        assertThat(house.as("olga").get("/").statusCode()).isEqualTo(200);
        assertThat(location(house.as("anna").get("/"))).endsWith("/orders");
        assertThat(location(house.as("stina").get("/"))).endsWith("/datasets");
        assertThat(location(house.as("sven").get("/"))).endsWith("/trail");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, olga rut anna",
        "/partners, olga rut",
        "/files, olga rut",
        "/files/x, olga rut",
        "/packages/x, olga rut",
        "/find, olga rut",
        "/deliveries, olga rut",
        "/datasets, olga rut stina",
        "/routes, olga rut",
        "/trail, sven"
    })
    void opensAPartToItsRolesOnlyAndTracesTheRest(String path, String allowed) {
        for (String name : List.of("olga", "rut", "anna", "stina", "sven")) {
            HttpResponse<String> answer = house.as(name).get(path);

            boolean may = List.of(allowed.split(" ", -1)).contains(name);
            assertThat(answer.statusCode()).as(name).isNotEqualTo(may ? 403 : 200);
            if (!may) {
                assertThat(answer.statusCode()).as(name).isEqualTo(403);
                assertThat(answer.body()).contains("Inte tillåtet").doesNotContain("SCB-2026-001");
                assertThat(house.trail())
                        .anyMatch(l -> l.startsWith(name + " ACCESS_REFUSED GET " + path.replaceAll("/x", "")));
            }
        }
    }

    @Test
    void offersNoActToThoseWhoOnlyRead() {
        house.hub.now = Pictures.troubled();

        assertThat(page("/routes")).doesNotContain("action=\"/routes").contains("kräver rollen operate");
        assertThat(page()).doesNotContain("action=\"/tasks/close\"");
        assertThat(page("/datasets")).doesNotContain("/fetch");
        assertThat(page("/orders")).doesNotContain("/approve\"");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private String page(String path) {
        return house.as("rut").get(path).body();
    }

    private String page() {
        return page("/");
    }
}
