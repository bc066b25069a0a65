package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.linkage.LinkageFixture.delivery;
import static se.utfall.linkage.LinkageFixture.recordOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.PackageRefusedException;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** LISA by year and AF by month, from the delivered bytes to the record. */
class YearsAndServiceTest {
    private static final SourceRegister LISA = SourceRegister.LISA;
    private static final SourceRegister AF = SourceRegister.AF;
    private static final String HEADER = "lopnr;period;LoneInk;DispInk04\n";
    private static final Map<SourceRegister, List<String>> INCOME = Map.of(LISA, List.of("LoneInk", "DispInk04"));

    @TempDir
    Path folder;

    private LinkageFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LinkageFixture(folder).ofYearsAndService();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void linksTheGoldenTables() throws IOException {
        fixture.population = Population.of(6)
                .deceased(3, LocalDate.of(2024, 12, 30))
                .coordination(5)
                .coordination(6);
        StoredDelivery stored = fixture.accept(delivery(1)
                .table("LISA", "PREL", "2023", "2024", golden("lisa.csv"))
                .table("AF", "PREL", "2025-01", "2025-02", golden("af.csv")));
        List<LinkedRecord> records = fixture.records(1);

        assertThat(records.stream().map(YearsAndServiceTest::told))
                .containsExactlyElementsOf(golden("expected.txt").lines().toList());
        assertThat(stored.view().balanced()).isTrue();
        assertThat(stored.tables().get(0).setAside())
                .isEqualTo(Map.of("PERIOD", 2L, "OGILTIGT_VARDE", 3L, "DUBBLETT", 1L, "ATERPNR", 1L));
        assertThat(stored.tables().get(0).dropped()).containsExactly("FamTypF");
        assertThat(stored.tables().get(1).setAside()).isEqualTo(Map.of("OGILTIGT_VARDE", 1L));
        assertThat(stored.view().tables().get(0).periods())
                .extracting(p -> p.period())
                .containsExactly("2023", "2024");
    }

    @Test
    void givesAYearItsOwnDatesAndNoMonths() throws IOException {
        fixture.accept(delivery(1).table("LISA", "DEF", "2023", "2024", golden("lisa.csv")));
        OutcomeRecord year = recordOf(fixture.records(1), 1, LISA, "2024-01");

        assertThat(year.periodStart()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(year.periodEnd()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(year.monthsFromAnchor()).isNull();
        assertThat(year.monthsSinceExit()).isNull();
        assertThat(year.lineage().mappingVersion()).isEqualTo("LISA/1");
        assertThat(new OutcomeCodec().toGeneric(year).get("periodType")).hasToString("YEAR");
        assertThat(new OutcomeCodec().decodeBinary(new OutcomeCodec().binary(year)))
                .isEqualTo(year);
    }

    /** What is known now is what was published, and what is beside it is only in datasets. */
    @Test
    void givesTheSameToDatasetsAsWasPublished() throws IOException {
        fixture.accept(delivery(1)
                .table("LISA", "PREL", "2023", "2023", golden("lisa.csv"))
                .table("LISA", "PREL", "2024", "2024", golden("lisa.csv"))
                .table("AF", "PREL", "2023-11", "2025-02", golden("af.csv")));
        List<LinkedRecord> current = fixture.current();

        assertThat(current).containsAll(fixture.records(1)).hasSize(4 * (3 + 16));
        assertThat(current).filteredOn(r -> !r.beside().isEmpty()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12, 2022-12, 2022",
        "2022-12, 2023-01, 2022 2023",
        "2023-11, 2025-02, 2023 2024 2025",
        "2023-01, 2024-12, 2023 2024"
    })
    void ordersEveryYearThatAMonthLiesIn(YearMonth from, YearMonth to, String years) {
        fixture.from = from;
        fixture.to = to;
        fixture.variables = INCOME;

        assertThat(fixture.current().stream()
                        .filter(r -> r.runningNumber() == 1)
                        .map(r -> Periods.label(
                                LISA, Periods.monthIndex(r.record().periodStart())))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(years);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-30T21:59:59Z, SOURCE_NOT_DELIVERED, NOT_YET_OBSERVED, NOT_YET_OBSERVED",
        "2026-04-30T22:00:00Z, SOURCE_NOT_DELIVERED, SOURCE_NOT_DELIVERED, NOT_YET_OBSERVED",
        "2027-05-01T10:00:00Z, SOURCE_NOT_DELIVERED, SOURCE_NOT_DELIVERED, SOURCE_NOT_DELIVERED"
    })
    void waitsForAYearUntilTheRegisterCanHoldIt(
            Instant now, Observation of2023, Observation of2024, Observation of2025) {
        fixture.clock = Clock.fixed(now, ZoneOffset.UTC);
        List<LinkedRecord> current = fixture.current();

        assertThat(Stream.of("2023-01", "2024-01", "2025-01")
                        .map(month -> recordOf(current, 1, LISA, month).observation()))
                .containsExactly(of2023, of2024, of2025);
        assertThat(recordOf(current, 1, AF, "2025-02").observation()).isEqualTo(Observation.SOURCE_NOT_DELIVERED);
    }

    @Test
    void knowsPreliminaryFinalAndRevisedPerYear() {
        fixture.variables = INCOME;
        fixture.accept(delivery(1).table("LISA", "PREL", "2023", "2024", HEADER + "1;2023;10;9\n2;2024;8;7\n"));
        fixture.accept(delivery(2)
                .table("LISA", "DEF", "2023", "2023", HEADER + "1;2023;11;9\n")
                .table("LISA", "PREL", "2024", "2024", HEADER + "1;2024;12;9\n"));
        fixture.accept(delivery(3).table("LISA", "DEF", "2023", "2024", HEADER + "1;2024;13;9\n"));

        assertThat(Stream.of(1, 2, 3).map(n -> versions(n)))
                .containsExactly("1 PRELIMINARY, 1 PRELIMINARY", "2 FINAL, 2 PRELIMINARY", "3 REVISED, 3 FINAL");
        assertThat(recordOf(fixture.records(2), 1, LISA, "2023-01").income().earningsOre())
                .isEqualTo(110_000);
        assertThat(recordOf(fixture.records(3), 1, LISA, "2023-01").observation())
                .isEqualTo(Observation.OBSERVED_ABSENT);
        assertThat(recordOf(fixture.records(3), 2, LISA, "2024-01").observation())
                .isEqualTo(Observation.NOT_LINKED);
        assertThatThrownBy(() -> fixture.read(delivery(4).table("LISA", "PREL", "2024", "2025", HEADER)))
                .isInstanceOf(PackageRefusedException.class)
                .hasMessageContaining("2024")
                .extracting(e -> ((PackageRefusedException) e).code())
                .isEqualTo("PREL_EFTER_DEF");
    }

    private String versions(int sequence) {
        List<LinkedRecord> records = fixture.records(sequence);
        return Stream.of("2023-01", "2024-01")
                .map(year -> recordOf(records, 1, LISA, year))
                .map(r -> r.recordVersion() + " " + r.sourceStatus())
                .collect(Collectors.joining(", "));
    }

    @Test
    void refusesYearsThatTwoTablesHoldAndMonthsInTheirPlace() {
        fixture.variables = INCOME;

        refused(
                "PERIOD_OVERLAPP",
                delivery(1).table("LISA", "DEF", "2023", "2024", HEADER).table("LISA", "DEF", "2024", "2024", HEADER));
        refused("MANIFEST", delivery(1).table("LISA", "DEF", "2023-01", "2023-12", HEADER));
        refused("MANIFEST", delivery(1).table("LISA", "DEF", "2024", "2023", HEADER));
        refused("REGISTER_EJ_BESTALLT", delivery(1).table("AF", "DEF", "2024-01", "2024-02", HEADER));
    }

    @Test
    void refusesTwoNamesOfTheSameColumn() {
        fixture.variables = Map.of(LISA, List.of("Sun2020Niva"));

        refused(
                "KOLUMN_DUBBEL",
                delivery(1).table("LISA", "DEF", "2023", "2023", "lopnr;period;Sun2000niva;SUN2020Niva\n"));
        refused("KOLUMN_SAKNAS", delivery(1).table("LISA", "DEF", "2023", "2023", "lopnr;period;Sun2000niva_old\n"));
    }

    private void refused(String code, LinkageFixture.Draft draft) {
        assertThatThrownBy(() -> fixture.read(draft))
                .isInstanceOf(PackageRefusedException.class)
                .extracting(e -> ((PackageRefusedException) e).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1;0",
                "0;--1",
                "0;-",
                "0;1.5",
                "0;1,5",
                "100000001;0",
                "0;-100000001",
                "0; 1 2",
                "1e3;0",
                "0;+1"
            })
    void setsAsideWhatIsNotAWholeAmountOrNegativeWhereItCannotBe(String amounts) {
        fixture.variables = INCOME;

        StoredDelivery stored =
                fixture.accept(delivery(1).table("LISA", "DEF", "2023", "2023", HEADER + "1;2023;" + amounts + "\n"));

        assertThat(stored.tables().get(0).setAside()).isEqualTo(Map.of("OGILTIGT_VARDE", 1L));
        assertThat(recordOf(fixture.records(1), 1, LISA, "2023-01").income()).isNull();
    }

    /** A year is counted at its end: who died or left in it is not in the register of that year. */
    @Test
    void endsYearsBeforeTheYearOfADeath() {
        fixture.variables = INCOME;
        fixture.population = Population.of(4)
                .deceased(1, LocalDate.of(2024, 12, 30))
                .emigrated(2, LocalDate.of(2024, 1, 1))
                .deceased(3, LocalDate.of(2024, 12, 31));
        fixture.accept(delivery(1).table("LISA", "DEF", "2023", "2024", HEADER + "1;2023;1;1\n"));
        List<LinkedRecord> records = fixture.records(1);

        assertThat(recordOf(records, 1, LISA, "2024-01").observation()).isEqualTo(Observation.DECEASED);
        assertThat(recordOf(records, 2, LISA, "2023-01").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 2, LISA, "2024-01").observation()).isEqualTo(Observation.EMIGRATED);
        assertThat(recordOf(records, 3, LISA, "2024-01").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 1, LISA, "2023-01").sourceStatus()).isEqualTo(SourceStatus.FINAL);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(YearsAndServiceTest.class.getResourceAsStream("golden/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code number register period observation months flags blocks beside}. */
    private static String told(LinkedRecord linked) {
        OutcomeRecord r = linked.record();
        String blocks = Stream.of(r.employment(), r.studies(), r.socialAssistance(), r.unemployment(), r.income())
                .filter(Objects::nonNull)
                .map(block -> block.toString().replaceAll("[a-zA-Z0-9]+=", "").replace("null", "-") + " ")
                .collect(Collectors.joining());
        String months =
                r.monthsFromAnchor() == null ? "-" : r.monthsFromAnchor().toString();
        String label = Periods.label(r.register(), Periods.monthIndex(r.periodStart()));
        return linked.runningNumber() + " " + r.register().source() + " " + label + " " + r.observation() + " " + months
                + " " + r.qualityFlags() + " " + blocks + linked.beside();
    }
}
