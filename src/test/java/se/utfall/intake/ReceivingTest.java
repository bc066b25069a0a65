package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.intake.FileReport.State;

class ReceivingTest {
    private static final String NAME = "avslut_20260301_001.csv";
    private static final String CHANGED = "2026-02-02T10:00:00+01:00";
    private static final String ONE = IntakeHouse.file(IntakeHouse.exit(IntakeHouse.ALVA, "E-1", CHANGED));
    private static final String OTHER = IntakeHouse.file(IntakeHouse.exit(IntakeHouse.BO, "E-2", CHANGED));

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
    void sealsTheFileAndLeavesNoPlaintext() throws IOException {
        FileReport report = house.receive(NAME, ONE);

        assertThat(report.state()).isEqualTo(State.CHECKED);
        assertThat(folder.resolve("inbox")).isEmptyDirectory();
        assertThat(folder.resolve("archive")).isDirectoryContaining("glob:**.sealed");
        assertThat(everyFile()).noneMatch(text -> text.contains(IntakeHouse.ALVA));
    }

    @Test
    void remembersAHashThatCannotBeGuessed() {
        FileReport report = house.receive(NAME, ONE);

        assertThat(report.hash()).matches("[0-9a-f]{64}");
        assertThat(report.hash()).isNotEqualTo(IntakeHouse.sha256(ONE.getBytes(StandardCharsets.UTF_8)));
        assertThat(house.intake.find(report.hash().substring(0, 8))).containsExactly(report);
        assertThat(house.intake.find(NAME)).containsExactly(report);
    }

    @Test
    void theSameAgainHasNoEffect() {
        house.load(NAME, ONE, Map.of());

        FileReport again = house.load(NAME, ONE, Map.of());

        assertThat(again.state()).isEqualTo(State.UNCHANGED);
        assertThat(house.facts.batches()).containsExactly(1);
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void otherContentUnderATakenNameAlarmsAndTheFirstStands() {
        house.load(NAME, ONE, Map.of());

        FileReport other = house.load(NAME, OTHER, Map.of());

        assertThat(other.state()).isEqualTo(State.QUARANTINED);
        assertThat(other.code()).isEqualTo("NAMN_UPPTAGET");
        assertThat(house.openTasks()).containsExactly(Ledger.NAME_TAKEN);
        assertThat(house.currentKeys()).containsExactly("E-1");
    }

    @Test
    void aManifestThatNowSaysSomethingElseIsOtherContent() {
        house.load(NAME, ONE, Map.of());

        FileReport other = house.load(NAME, ONE, Map.of("omfattning", "full"));

        assertThat(other.code()).isEqualTo("NAMN_UPPTAGET");
    }

    @Test
    void aTornFileDoesNotOccupyItsName() {
        byte[] whole = ONE.getBytes(StandardCharsets.UTF_8);
        byte[] torn = java.util.Arrays.copyOf(whole, whole.length - 5);
        FileReport first =
                house.receive(IntakeHouse.SOURCE, NAME, torn, IntakeHouse.manifest(NAME, whole, 1, Map.of()));
        assertThat(first.code()).isEqualTo("HASH");
        assertThat(house.openTasks()).containsExactly(Ledger.SET_ASIDE);

        FileReport second = house.load(NAME, ONE, Map.of());

        assertThat(second.state()).isEqualTo(State.LOADED);
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void theSameBadFileAgainIsNotedOnce() {
        String bad = ONE.replace("avslutsorsak", "orsak");
        house.receive(NAME, bad);

        FileReport again = house.receive(NAME, bad);

        assertThat(again.state()).isEqualTo(State.UNCHANGED);
        assertThat(house.openTasks()).containsExactly(Ledger.SET_ASIDE);
    }

    @Test
    void aManifestWithoutItsFileWaits() throws IOException {
        var manifest = house.arrival(IntakeHouse.SOURCE, NAME + ".klar", new byte[0]);
        var file = house.arrival(IntakeHouse.SOURCE, NAME, new byte[0]);
        Files.delete(file.path());

        FileReport report = house.intake.receive(manifest, file);

        assertThat(report.state()).isEqualTo(State.WAITING);
        assertThat(house.intake.wants(manifest.seen())).isTrue();
    }

    @Test
    void aSealCutShortByACrashIsDoneAgain() throws IOException {
        Files.createDirectories(folder.resolve("archive"));
        house.database.useTransaction(
                h -> h.execute("INSERT INTO file SELECT 'cut', 1, '" + IntakeHouse.SOURCE + "', '" + NAME
                        + "', 'avslut', 2, 'SEALING', NULL, 'x', 'x', 0, 0, 'UTF-8', 0, 0, NULL, NULL,"
                        + " 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL"));
        Files.writeString(folder.resolve("archive/cut.sealed"), "half");
        Files.writeString(folder.resolve("archive/cut.sealed.1.tmp"), "half");

        FileReport report = house.load(NAME, ONE, Map.of());

        assertThat(report.state()).isEqualTo(State.LOADED);
        assertThat(folder.resolve("archive")).isDirectoryNotContaining("glob:**cut.sealed*");
        assertThat(house.intake.list()).containsExactly(report);
    }

    private List<String> everyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(ReceivingTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
