package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.intake.FileReport.State;

class LoadingTest {
    private static final String NAME = "avslut_20260301_001.csv";
    private static final String EARLIER = "2026-02-02T10:00:00+01:00";
    private static final String LATER = "2026-02-03T10:00:00+01:00";

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

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,true"})
    void goesOnAfterACrashWhereItWas(int batchesBefore, boolean late) {
        List<String> rows = rows(12_000);
        rows.set(7_000, bad(7_000));
        house.receive(NAME, IntakeHouse.file(rows.toArray(String[]::new)));
        house.facts.failAfter(batchesBefore, late);
        assertThatThrownBy(() -> house.intake.loadNext()).isInstanceOf(IllegalStateException.class);
        house.close();

        house = IntakeHouse.open(folder);
        FileReport report = house.intake.loadNext().orElseThrow();

        assertThat(report.state()).isEqualTo(State.LOADED);
        assertThat(report.balanced()).isTrue();
        assertThat(report.loaded()).isEqualTo(11_999);
        assertThat(report.unchanged()).isZero();
        assertThat(house.rejects(report)).containsExactly("7002;avslutsdatum;DATUM");
        assertThat(house.currentKeys()).hasSize(11_999);
        assertThat(house.facts.batches()).hasSize(3 - batchesBefore);
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.intake.loadNext()).isEmpty();
    }

    @Test
    void aFileThatFailsDoesNotKeepOthersWaiting() {
        house.receive(NAME, IntakeHouse.file(IntakeHouse.exit(IntakeHouse.ALVA, "E-1", EARLIER)));
        house.receive(
                "avslut_20260302_001.csv",
                IntakeHouse.file(IntakeHouse.exit(IntakeHouse.BO, "E-2", EARLIER)),
                Map.of("uttagstid", "2026-03-02T02:00:00+01:00"));
        house.facts.failAfter(0, false);
        assertThatThrownBy(() -> house.intake.loadNext()).isInstanceOf(IllegalStateException.class);
        assertThat(house.openTasks()).containsExactly(Ledger.STUCK);

        house.facts.failAfter(Integer.MAX_VALUE, false);

        assertThat(house.intake.loadNext()).get().extracting(FileReport::name).isEqualTo("avslut_20260302_001.csv");
        assertThat(house.intake.loadNext()).get().extracting(FileReport::name).isEqualTo(NAME);
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void loadsByExtractTimeAndThenByType() {
        String later = "2026-03-02T02:00:00+01:00";
        house.receive(
                "avslut_20260302_001.csv",
                IntakeHouse.file(IntakeHouse.exit(IntakeHouse.ALVA, "E-1", EARLIER)),
                Map.of("uttagstid", later));
        house.receive("avregistrering_20260301_001.csv", "personnummer;orsak;datum;andrad;borttagen\n");
        house.receive("avslut_20260301_001.csv", IntakeHouse.file(IntakeHouse.exit(IntakeHouse.ALVA, "E-1", EARLIER)));
        house.receive("nummerbyte_20260301_001.csv", "gammalt_nummer;nytt_nummer;orsak;datum;andrad;borttagen\n");

        List<String> order = new ArrayList<>();
        for (var r = house.intake.loadNext(); r.isPresent(); r = house.intake.loadNext()) {
            order.add(r.get().name());
        }

        assertThat(order)
                .containsExactly(
                        "nummerbyte_20260301_001.csv",
                        "avslut_20260301_001.csv",
                        "avregistrering_20260301_001.csv",
                        "avslut_20260302_001.csv");
    }

    @Test
    void theBalanceHoldsEveryFate() {
        house.load(
                NAME,
                IntakeHouse.file(
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-1", EARLIER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-2", LATER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-3", EARLIER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-4", EARLIER)),
                Map.of());

        FileReport report = house.load(
                "avslut_20260301_002.csv",
                IntakeHouse.file(
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-1", LATER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-2", EARLIER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-3", EARLIER),
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-4", LATER) + "J",
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-5", LATER),
                        bad(6)),
                Map.of());

        assertThat(report.balanced()).isTrue();
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.replaced()).isEqualTo(1);
        assertThat(report.superseded()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejectsByCode()).containsOnly(Map.entry("DATUM", 1));
        assertThat(house.currentKeys()).containsExactly("E-1", "E-2", "E-3", "E-5");
    }

    @Test
    void setsAFileAsideWithTooManyBadRows() {
        List<String> rows = rows(100);
        IntStream.range(0, 21).forEach(i -> rows.set(i, bad(i)));

        FileReport report = house.load(NAME, IntakeHouse.file(rows.toArray(String[]::new)), Map.of());

        assertThat(report.state()).isEqualTo(State.QUARANTINED);
        assertThat(report.code()).isEqualTo("FOR_MANGA_FEL");
        assertThat(report.rejected()).isEqualTo(21);
        assertThat(house.rejects(report)).hasSize(21);
        assertThat(house.currentKeys()).isEmpty();
        assertThat(house.openTasks()).containsExactly(Ledger.SET_ASIDE);
    }

    @Test
    void loadsAFileWithTwentyBadRowsOrFivePerCent() {
        List<String> few = rows(100);
        IntStream.range(0, 20).forEach(i -> few.set(i, bad(i)));
        List<String> share = rows(600);
        IntStream.range(0, 30).forEach(i -> share.set(i, bad(i)));

        FileReport first = house.load(NAME, IntakeHouse.file(few.toArray(String[]::new)), Map.of());
        FileReport second =
                house.load("avslut_20260301_002.csv", IntakeHouse.file(share.toArray(String[]::new)), Map.of());

        assertThat(first.state()).isEqualTo(State.LOADED);
        assertThat(second.state()).isEqualTo(State.LOADED);
        assertThat(second.rejected()).isEqualTo(30);
    }

    @Test
    void missingNumbersDoNotCountTowardsTheShare() {
        List<String> rows = rows(100);
        IntStream.range(0, 50).forEach(i -> rows.set(i, IntakeHouse.exit("", "E-" + i, EARLIER)));

        FileReport report = house.load(NAME, IntakeHouse.file(rows.toArray(String[]::new)), Map.of());

        assertThat(report.state()).isEqualTo(State.LOADED);
        assertThat(report.loaded()).isEqualTo(50);
        assertThat(report.rejectsByCode()).containsOnly(Map.entry("NUMMER_SAKNAS", 50));
    }

    @Test
    void explainsARejectedRowWithoutItsValue() {
        FileReport report = house.load(NAME, IntakeHouse.file(bad(0)), Map.of());

        List<List<String>> lines = house.intake.rejects(report);

        assertThat(lines.get(0)).containsExactly("rad", "kolumn", "kod", "forklaring", "atgard");
        assertThat(lines.get(1)).startsWith("2", "avslutsdatum", "DATUM").allMatch(t -> !t.isBlank());
        assertThat(lines.toString()).doesNotContain("2026-02-30", IntakeHouse.ALVA);
    }

    @Test
    void countsARowThatTheRegisterRefuses() {
        FileReport report = house.load(
                NAME,
                IntakeHouse.file(
                        IntakeHouse.exit(IntakeHouse.ALVA, "E-ring", EARLIER),
                        IntakeHouse.exit(IntakeHouse.BO, "E-2", EARLIER)),
                Map.of());

        assertThat(report.balanced()).isTrue();
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejectsByCode()).containsOnly(Map.entry("SPARRAD_I_TEST", 1));
        assertThat(house.rejects(report)).containsExactly("2;;SPARRAD_I_TEST");
    }

    @Test
    void reportsANewLocalCodeOnce() {
        String header = String.join(
                ";", IntakeHouse.layout(se.utfall.register.FactType.INSKRIVNING).names());
        String content = String.join(
                "\n", header, enrolment("E-1", "Kista"), enrolment("E-2", "Kista"), enrolment("E-3", "Farsta"), "");

        FileReport first = house.load("inskrivning_20260301_001.csv", content, Map.of());
        FileReport second = house.load("inskrivning_20260301_002.csv", content.replace("E-", "F-"), Map.of());

        assertThat(first.flagged()).isEqualTo(2);
        assertThat(house.intake.findings(first))
                .extracting(f -> f.line() + ";" + f.column() + ";" + f.code())
                .containsExactly("2;jobbtorg;NY_LOKAL_KOD", "4;jobbtorg;NY_LOKAL_KOD");
        assertThat(second.flagged()).isZero();
    }

    @Test
    void setsAFileAsideWhoseArchiveWasAltered() throws Exception {
        FileReport received = house.receive(NAME, IntakeHouse.file(IntakeHouse.exit(IntakeHouse.ALVA, "E-1", EARLIER)));
        Path sealed = folder.resolve("archive").resolve(received.id() + ".sealed");
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length - 20] ^= 1;
        Files.write(sealed, bytes);

        FileReport report = house.intake.loadNext().orElseThrow();

        assertThat(report.state()).isEqualTo(State.QUARANTINED);
        assertThat(report.code()).isEqualTo("ARKIV");
    }

    private static String enrolment(String id, String unit) {
        return IntakeHouse.ALVA + ";" + id + ";2025-01-01;" + unit + ";;;;;;;;;N;" + EARLIER + ";";
    }

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> rows.add(IntakeHouse.exit(IntakeHouse.ALVA, "E-" + i, EARLIER)));
        return rows;
    }

    private static String bad(int i) {
        return IntakeHouse.ALVA + ";E-" + i + ";2026-02-30;ARBETE;;" + EARLIER + ";";
    }
}
