package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.intake.FileReport.State;

class FullFilesTest {
    private static final String CHANGED = "2026-02-02T10:00:00+01:00";

    @TempDir
    Path folder;

    private IntakeHouse house;

    @BeforeEach
    void open() {
        house = IntakeHouse.open(folder);
        house.load("avslut_20260301_001.csv", content(0, 20), Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void removesWhatItNoLongerHolds() {
        FileReport report = full("avslut_20260301_002.csv", content(2, 20));

        assertThat(report.state()).isEqualTo(State.LOADED);
        assertThat(house.currentKeys()).hasSize(18).doesNotContain("E-00", "E-01");
        assertThat(house.intake.findings(report))
                .extracting(IntakeFinding::code, IntakeFinding::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FULL_BORTTAGNA", 2L));
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void removesNothingWhenMoreThanATenthWouldGo() {
        FileReport report = full("avslut_20260301_002.csv", content(3, 20));

        assertThat(report.state()).isEqualTo(State.LOADED);
        assertThat(house.currentKeys()).hasSize(20);
        assertThat(house.openTasks()).containsExactly(Ledger.NOTHING_REMOVED);
    }

    @Test
    void keepsTheKeyOfARejectedRow() {
        full("avslut_20260301_002.csv", content(0, 20).replace("E-00;2026-02-01", "E-00;2026-02-30"));

        assertThat(house.currentKeys()).hasSize(20);
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void removesNothingWhenARejectedRowHasNoReadableKey() {
        full("avslut_20260301_002.csv", content(0, 20).replace("E-00;", "E/00;"));

        assertThat(house.currentKeys()).hasSize(20);
        assertThat(house.openTasks()).containsExactly(Ledger.NOTHING_REMOVED);
    }

    @Test
    void removesNothingByAbsenceInADelta() {
        house.load("avslut_20260301_002.csv", content(1, 20), Map.of());

        assertThat(house.currentKeys()).hasSize(20);
    }

    @Test
    void setsAsideAFullOlderThanTheLatestLoaded() {
        full("avslut_20260301_002.csv", content(0, 20));

        FileReport old = house.load(
                "avslut_20260228_001.csv",
                content(0, 20),
                Map.of("omfattning", "full", "uttagstid", "2026-02-28T02:00:00+01:00"));

        assertThat(old.state()).isEqualTo(State.QUARANTINED);
        assertThat(old.code()).isEqualTo("FULL_GAMMAL");
    }

    private FileReport full(String name, String content) {
        return house.load(name, content, Map.of("omfattning", "full"));
    }

    private static String content(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(IntakeHouse.exit(IntakeHouse.ALVA, "E-" + (i < 10 ? "0" : "") + i, CHANGED));
        }
        return IntakeHouse.file(rows.toArray(String[]::new));
    }
}
