package se.utfall.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileReport;
import se.utfall.notice.Task;

class LampTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final Contact REACHED = new Contact("SCB", NOW, Duration.ofMinutes(1));
    private static final RouteState RUNS = new RouteState("publish", "", "", "Started");

    @Test
    void isGreenOnlyWhenAllHolds() {
        assertThat(lamp(List.of(), List.of(), List.of(RUNS), List.of(REACHED), Set.of())
                        .green())
                .isTrue();
    }

    @Test
    void isNotGreenWithATask() {
        Task task = new Task("1", "flow", "ROUTE_FAILS", "publish", NOW);

        assertThat(lamp(List.of(task), List.of(), List.of(RUNS), List.of(REACHED), Set.of())
                        .green())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Suspended", "Stopped", "Starting", "null", "''"})
    void isNotGreenWhenARouteDoesNotRun(String status) {
        RouteState stands = new RouteState("linkage", "", "", status);

        Lamp lamp = lamp(List.of(), List.of(), List.of(RUNS, stands), List.of(REACHED), Set.of());

        assertThat(lamp.green()).isFalse();
        assertThat(lamp.standing()).containsExactly("linkage");
    }

    @Test
    void isNotGreenWhenABalanceDoesNotClose() {
        FileReport open = new FileReport(
                "1",
                "jobbtorg",
                "a.csv",
                "avslut",
                FileReport.State.LOADED,
                null,
                "",
                NOW,
                10,
                9,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of());

        Lamp lamp = lamp(List.of(), List.of(open), List.of(RUNS), List.of(REACHED), Set.of());

        assertThat(lamp.green()).isFalse();
        assertThat(lamp.unbalanced()).containsExactly("a.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "60, 180, true",
        "60, 181, false",
        "1, 10, true",
        "1, 11, false",
        "3600, 10800, true",
        "3600, 10801, false"
    })
    void trustsACounterpartForThreeLooksAndNotShorterThanTenSeconds(long poll, long age, boolean fresh) {
        Contact contact = new Contact("SCB", NOW.minusSeconds(age), Duration.ofSeconds(poll));

        Lamp lamp = lamp(List.of(), List.of(), List.of(RUNS), List.of(contact), Set.of());

        assertThat(lamp.green()).isEqualTo(fresh);
    }

    @Test
    void isNotGreenBeforeACounterpartWasEverReached() {
        Contact never = new Contact("SCB", null, Duration.ofMinutes(1));

        Lamp lamp = lamp(List.of(), List.of(), List.of(RUNS), List.of(never), Set.of());

        assertThat(lamp.silent()).containsExactly("SCB");
        assertThat(lamp.green()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void isNotGreenWhenItDoesNotKnow(Part part) {
        Lamp lamp = lamp(List.of(), List.of(), List.of(RUNS), List.of(REACHED), Set.of(part));

        assertThat(lamp.green()).isFalse();
    }

    private static Lamp lamp(
            List<Task> tasks,
            List<FileReport> files,
            List<RouteState> routes,
            List<Contact> contacts,
            Set<Part> unreadable) {
        return Lamp.of(new Snapshot(
                NOW,
                tasks,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                files,
                List.of(),
                List.of(),
                routes,
                contacts,
                unreadable));
    }
}
