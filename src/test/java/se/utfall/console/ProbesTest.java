package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.console.page.Contact;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;

class ProbesTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder).user("anna", "approve");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void livesAndIsReadyWithoutLoginOnThisMachine() {
        HttpResponse<String> live = house.browser().get("/health/live");
        HttpResponse<String> ready = house.browser().get("/health/ready");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}\n");
        assertThat(live.headers().firstValue("content-type")).contains("application/json");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":{\"database\":\"UP\",\"broker\":\"UP\","
                        + "\"routes\":\"UP\",\"polls\":\"UP\"}}\n");
    }

    @Test
    void isNotReadyWithoutDatabaseBrokerRoutesOrPolls() {
        house.hub.database = false;
        house.hub.broker = false;
        house.hub.now = Pictures.troubled();

        HttpResponse<String> ready = house.browser().get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":{\"database\":\"DOWN\",\"broker\":\"DOWN\","
                        + "\"routes\":\"DOWN\",\"polls\":\"DOWN\"}}\n");
    }

    @Test
    void isNotReadyWhenItDoesNotKnow() {
        house.hub.now = Pictures.unread(Pictures.calm(), Part.CONTACTS);

        assertThat(house.browser().get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void livesWhateverElseFails() {
        house.database.close();

        assertThat(house.browser().get("/health/live").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void wantsALoginFromOtherMachines(String path) {
        HttpResponse<String> throughProxy = house.browser().get(path, "X-Forwarded-For", "192.0.2.7");
        HttpResponse<String> loggedIn = house.as("anna").get(path, "X-Forwarded-For", "192.0.2.7");

        assertThat(throughProxy.statusCode()).isEqualTo(401);
        assertThat(throughProxy.body()).isEqualTo("Logga in för att fortsätta.\n");
        assertThat(loggedIn.statusCode()).isEqualTo(200);
    }

    @Test
    void measuresTheHub() {
        house.hub.now = Pictures.troubled();

        HttpResponse<String> metrics = house.browser().get("/metrics");

        assertThat(metrics.headers().firstValue("content-type").orElseThrow()).contains("version=0.0.4");
        assertThat(metrics.body())
                .contains("utfall_poll_age_seconds{counterpart=\"SCB\"} 840.0")
                .contains("utfall_poll_age_seconds{counterpart=\"jobbtorg\"} 12.0")
                .contains("utfall_tasks_open{code=\"FIL_UNDANLAGD\",room=\"intake\"} 1.0")
                .contains("utfall_route_up{route=\"linkage\"} 0.0")
                .contains("utfall_route_up{route=\"publish\"} 1.0")
                .contains("utfall_ledger_unbalanced 1.0")
                .contains("utfall_parts_unread 0.0")
                .contains("utfall_records_published_total 49056.0")
                .contains("utfall_files{state=\"LOADED\"} 46.0")
                .contains("utfall_files{state=\"QUARANTINED\"} 1.0")
                .contains("utfall_files{state=\"UNCHANGED\"} 0.0")
                .contains("jvm_memory_used_bytes")
                .contains("jvm_threads_live_threads")
                .contains("process_uptime_seconds");
        assertThat(metrics.body()).doesNotContain("insats_2026");
    }

    @Test
    void measuresAnew() {
        Browser browser = house.browser();
        house.hub.now = Pictures.troubled();
        browser.get("/metrics");
        house.hub.now = Pictures.calm();

        String metrics = browser.get("/metrics").body();

        assertThat(metrics)
                .contains("utfall_ledger_unbalanced 0.0")
                .contains("utfall_poll_age_seconds{counterpart=\"SCB\"} 40.0");
        assertThat(metrics).doesNotContain("utfall_tasks_open{").doesNotContain("route=\"linkage\"");
    }

    @Test
    void letsACounterpartNeverReachedGrowOldToo() {
        house.clock.advance(Duration.ofMinutes(5));
        house.hub.now = new Snapshot(
                house.clock.instant(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Contact("IFAU", null, Duration.ofMinutes(1))),
                Set.of());

        assertThat(house.browser().get("/metrics").body())
                .contains("utfall_poll_age_seconds{counterpart=\"IFAU\"} 300.0");
    }

    @Test
    void doesNotTakeUnknownForZero() {
        house.hub.now = Pictures.unread(Pictures.calm(), Part.DELIVERIES);

        assertThat(house.browser().get("/metrics").body())
                .contains("utfall_ledger_unbalanced NaN")
                .contains("utfall_parts_unread 1.0");
    }
}
