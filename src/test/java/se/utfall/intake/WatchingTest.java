package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.intake.IntakeHouse.SOURCE;
import static se.utfall.intake.IntakeHouse.sighting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.intake.FileReport.State;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

class WatchingTest {
    private static final String NAME = "avslut_20260301_001.csv";
    private static final byte[] CONTENT = IntakeHouse.file(
                    IntakeHouse.exit(IntakeHouse.ALVA, "E-1", "2026-02-02T10:00:00+01:00"))
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private IntakeHouse house;

    @BeforeEach
    void open() {
        house = IntakeHouse.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void wantsAManifestUntilItWasTaken() {
        Arrival manifest = manifest(CONTENT);
        assertThat(house.intake.wants(manifest.seen())).isTrue();
        assertThat(house.intake.wants(manifest.seen())).isTrue();

        house.intake.receive(manifest, house.arrival(SOURCE, NAME, CONTENT));

        assertThat(house.intake.wants(manifest.seen())).isFalse();
    }

    @Test
    void wantsAManifestThatWasRewritten() {
        Arrival manifest = manifest(CONTENT);
        house.intake.receive(manifest, house.arrival(SOURCE, NAME, CONTENT));

        Sighting rewritten = sighting(SOURCE, NAME + ".klar", manifest.seen().size(), 60);

        assertThat(house.intake.wants(rewritten)).isTrue();
    }

    @Test
    void wantsTheManifestAgainWhenOnlyItsFileWasReplaced() {
        Arrival manifest = manifest(CONTENT);
        house.intake.wants(sighting(SOURCE, NAME, 10, 0));
        house.intake.receive(manifest, house.arrival(SOURCE, NAME, new byte[10]));
        assertThat(house.intake.wants(manifest.seen())).isFalse();

        house.intake.wants(sighting(SOURCE, NAME, CONTENT.length, 60));

        assertThat(house.intake.wants(manifest.seen())).isTrue();
        house.intake.receive(manifest(CONTENT), house.arrival(SOURCE, NAME, CONTENT));
        assertThat(house.intake.wants(manifest.seen())).isFalse();
        assertThat(house.intake.find(NAME))
                .extracting(FileReport::state)
                .containsExactly(State.QUARANTINED, State.CHECKED);
    }

    @Test
    void reportsAFileWhoseManifestDoesNotComeOnce() {
        Sighting file = sighting(SOURCE, NAME, CONTENT.length, 0);
        house.intake.wants(file);
        house.intake.wants(file);
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.intake.list()).extracting(FileReport::state).containsExactly(State.WAITING);

        house.pass(Duration.ofHours(2));
        house.intake.wants(file);
        house.intake.wants(file);
        assertThat(house.openTasks()).containsExactly(Ledger.NO_MANIFEST);

        house.intake.wants(manifest(CONTENT).seen());
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void reportsAManifestWhoseFileDoesNotCome() {
        Sighting manifest = manifest(CONTENT).seen();
        house.intake.wants(manifest);
        house.pass(Duration.ofHours(2));

        house.intake.wants(manifest);

        assertThat(house.openTasks()).containsExactly(Ledger.NO_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.klar",
                "avslut_20260301_001.csv",
                "../x.csv.klar",
                "a b.csv.klar",
                "x.csv.klar.part",
                "å.csv.klar"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(house.intake.wants(sighting(SOURCE, name, 1, 0))).isFalse();
    }

    @Test
    void leavesANameAloneThatMayHoldAPersonsNumber() {
        assertThat(house.intake.wants(sighting(SOURCE, IntakeHouse.ALVA + ".csv.klar", 1, 0)))
                .isFalse();

        assertThat(house.openTasks()).containsExactly(Ledger.NAME_DIGITS);
        assertThat(house.tasks.listOpen().get(0).subject()).doesNotContain(IntakeHouse.ALVA);
    }

    private Arrival manifest(byte[] content) {
        return house.arrival(SOURCE, NAME + ".klar", IntakeHouse.manifest(NAME, content, 1, Map.of()));
    }
}
