package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.linkage.LinkageFixture.BAS_HEADER;
import static se.utfall.linkage.LinkageFixture.EKB_HEADER;
import static se.utfall.linkage.LinkageFixture.delivery;
import static se.utfall.linkage.LinkageFixture.recordOf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.linkage.LinkageFixture.Draft;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

class OutcomeRecordsOfADeliveryTest {
    private static final SourceRegister BAS = SourceRegister.BAS;
    private static final SourceRegister EKB = SourceRegister.EKB;

    @TempDir
    Path folder;

    private LinkageFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LinkageFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void countsNoMunicipalProgrammeJobAsEmployment() {
        List<LinkedRecord> records = link(BAS_HEADER + "1;2026-01;1;N\n2;2026-01;1;J\n3;2026-01;3;\n4;2026-01;1;.\n");

        assertThat(recordOf(records, 1, BAS, "2026-01").employment())
                .isEqualTo(new Employment(true, MainStatus.EMPLOYED, null, false, null, null));
        assertThat(recordOf(records, 2, BAS, "2026-01").employment())
                .isEqualTo(new Employment(false, MainStatus.EMPLOYED, null, true, null, null));
        assertThat(recordOf(records, 3, BAS, "2026-01").studies()).isEqualTo(new Studies(true, null));
        assertThat(recordOf(records, 3, BAS, "2026-01").employment())
                .isEqualTo(new Employment(false, MainStatus.STUDENT, null, null, null, null));
        assertThat(recordOf(records, 4, BAS, "2026-01").employment())
                .isEqualTo(new Employment(true, MainStatus.EMPLOYED, null, null, null, null));
    }

    @Test
    void tellsAbsentFromNotLinkedInBas() {
        List<LinkedRecord> records = link(BAS_HEADER + "1;2026-01;1;N\n2;2026-02;9;N\n");

        assertThat(recordOf(records, 1, BAS, "2026-02").observation()).isEqualTo(Observation.OBSERVED_ABSENT);
        assertThat(recordOf(records, 1, BAS, "2026-02").employment()).isNull();
        assertThat(recordOf(records, 3, BAS, "2026-01").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 3, BAS, "2026-01").qualityFlags()).isEmpty();
        assertThat(recordOf(records, 2, BAS, "2026-02").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 2, BAS, "2026-02").qualityFlags()).containsExactly("ROW_SET_ASIDE");
    }

    @Test
    void looksForAPersonInAllFilesOfARegister() {
        fixture.accept(delivery(1)
                .table("BAS", "PREL", "2026-01", "2026-01", BAS_HEADER)
                .table("BAS", "PREL", "2026-02", "2026-02", BAS_HEADER + "1;2026-02;1;N\n"));

        assertThat(recordOf(fixture.records(1), 1, BAS, "2026-01").observation())
                .isEqualTo(Observation.OBSERVED_ABSENT);
    }

    @Test
    void takesAbsenceInEkbAsNoAssistance() {
        fixture.accept(delivery(1)
                .table(
                        "EKB",
                        "PREL",
                        "2026-01",
                        "2026-01",
                        EKB_HEADER + "1;2026-01;J;4500\n2;2026-01;.;\n3;2026-01;X;1\n"));
        List<LinkedRecord> records = fixture.records(1);

        assertThat(recordOf(records, 1, EKB, "2026-01").socialAssistance())
                .isEqualTo(new SocialAssistance(true, 450_000L, null, null, null));
        assertThat(recordOf(records, 2, EKB, "2026-01").observation()).isEqualTo(Observation.OBSERVED);
        assertThat(recordOf(records, 2, EKB, "2026-01").socialAssistance()).isNull();
        assertThat(recordOf(records, 3, EKB, "2026-01").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 4, EKB, "2026-01").observation()).isEqualTo(Observation.OBSERVED_ABSENT);
        assertThat(recordOf(records, 4, EKB, "2026-01").socialAssistance())
                .isEqualTo(new SocialAssistance(false, 0L, null, null, null));
    }

    @Test
    void endsFollowUpAtDeathAndEmigration() {
        fixture.population.deceased(1, LocalDate.of(2026, 1, 20)).emigrated(2, LocalDate.of(2026, 1, 31));
        fixture.accept(delivery(1)
                .table("EKB", "PREL", "2026-01", "2026-02", EKB_HEADER + "1;2026-02;J;100\n")
                .table("BAS", "PREL", "2026-01", "2026-02", BAS_HEADER + "2;2026-02;7;N\n"));
        List<LinkedRecord> records = fixture.records(1);

        assertThat(recordOf(records, 1, EKB, "2026-01").observation()).isEqualTo(Observation.OBSERVED_ABSENT);
        assertThat(recordOf(records, 1, EKB, "2026-02").observation()).isEqualTo(Observation.OBSERVED);
        assertThat(recordOf(records, 1, EKB, "2026-02").qualityFlags()).containsExactly("AFTER_DEATH");
        assertThat(recordOf(records, 1, BAS, "2026-01").observation()).isEqualTo(Observation.NOT_LINKED);
        assertThat(recordOf(records, 1, BAS, "2026-02").observation()).isEqualTo(Observation.DECEASED);
        assertThat(recordOf(records, 2, EKB, "2026-02").observation()).isEqualTo(Observation.EMIGRATED);
        assertThat(recordOf(records, 2, EKB, "2026-02").socialAssistance()).isNull();
        assertThat(recordOf(records, 2, BAS, "2026-02").observation()).isEqualTo(Observation.EMIGRATED);
        assertThat(recordOf(records, 2, BAS, "2026-02").qualityFlags()).containsExactly("ROW_SET_ASIDE");
    }

    @Test
    void leavesRecalledPersonsOutAndOrdersByNumberRegisterAndPeriod() {
        fixture.population.recall(2);
        fixture.accept(delivery(1)
                .table("EKB", "PREL", "2026-01", "2026-02", EKB_HEADER)
                .table("BAS", "PREL", "2026-02", "2026-03", BAS_HEADER));

        assertThat(fixture.records(1))
                .extracting(r -> r.runningNumber() + " " + r.record().register() + " "
                        + r.record().periodStart().getMonthValue())
                .startsWith("1 BAS 2", "1 BAS 3", "1 EKB 1", "1 EKB 2", "3 BAS 2")
                .hasSize(12);
    }

    @Test
    void coversOnlyTheOrdersPeriods() {
        StoredDelivery stored = fixture.accept(
                delivery(1).table("EKB", "PREL", "2025-11", "2026-01", EKB_HEADER + "1;2025-12;J;1\n1;2026-02;J;1\n"));

        assertThat(stored.tables().get(0).setAside()).containsEntry("PERIOD", 2L);
        assertThat(stored.view().tables().get(0).periods()).hasSize(1);
        assertThat(fixture.records(1)).hasSize(4);
    }

    @Test
    void fillsKeysMonthsAndLineage() {
        OutcomeRecord odd = recordOf(link(BAS_HEADER + "1;2026-02;1;N\n"), 1, BAS, "2026-02");
        OutcomeRecord even = recordOf(fixture.records(1), 2, BAS, "2026-02");

        assertThat(odd.monthsFromAnchor()).isEqualTo(1);
        assertThat(odd.monthsSinceExit()).isNull();
        assertThat(even.monthsFromAnchor()).isNull();
        assertThat(even.monthsSinceExit()).isEqualTo(2);
        assertThat(odd.recordVersion()).isEqualTo(1);
        assertThat(odd.sourceStatus()).isEqualTo(SourceStatus.PRELIMINARY);
        assertThat(odd.periodEnd()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(odd.sourceExtractDate()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(odd.partnerOrderRef()).isEqualTo("SCB-77");
        assertThat(odd.producedAt()).isEqualTo(Instant.parse("2026-05-10T10:00:00.123Z"));
        assertThat(odd.lineage().deliverySha256()).isEqualTo("%064x".formatted(1));
        assertThat(odd.lineage().mappingVersion()).isEqualTo("BAS/1");
        assertThat(odd.recordId().version()).isEqualTo(8);
        assertThat(odd.recordId().variant()).isEqualTo(2);
        assertThat(PseudonymCode.valid(odd.pseudonym())).isTrue();
    }

    @Test
    void givesOnePseudonymAndGroupPerPersonAndOneIdPerRecord() {
        List<LinkedRecord> records = link(BAS_HEADER);

        assertThat(records).extracting(r -> r.record().pseudonym()).doesNotContainNull();
        assertThat(records.stream().map(r -> r.record().pseudonym()).distinct()).hasSize(4);
        assertThat(records.stream()
                        .map(r -> r.runningNumber() + "/" + r.group())
                        .distinct())
                .hasSize(4);
        assertThat(records).allSatisfy(r -> assertThat(r.group()).isBetween(0, 63));
        assertThat(records.stream().map(r -> r.record().recordId()).distinct()).hasSize(records.size());
    }

    @Test
    void makesTheSameBytesAgainWhateverBecameKnownSince() {
        List<byte[]> first = bytes(link(BAS_HEADER + "1;2026-01;1;N\n"));
        fixture.population = Population.of(4).recall(1).deceased(2, LocalDate.of(2020, 1, 1));
        fixture.clock = Clock.offset(fixture.clock, Duration.ofDays(40));

        List<byte[]> again = bytes(fixture.records(1));

        assertThat(again.stream().map(Arrays::toString))
                .isEqualTo(first.stream().map(Arrays::toString).toList());
    }

    @Test
    void keepsRecordIdAndPseudonymAcrossDeliveries() {
        UUID before = recordOf(link(BAS_HEADER), 3, BAS, "2026-01").recordId();
        fixture.accept(delivery(2).table("BAS", "DEF", "2026-01", "2026-01", BAS_HEADER));
        OutcomeRecord after = recordOf(fixture.records(2), 3, BAS, "2026-01");

        assertThat(after.recordId()).isEqualTo(before);
        assertThat(after.recordVersion()).isEqualTo(2);
    }

    @Test
    void skipsToAnyRecord() {
        List<LinkedRecord> all = link(BAS_HEADER + "1;2026-01;1;N\n3;2026-02;3;N\n");
        for (int skipped = 0; skipped <= all.size() + 1; skipped++) {
            try (RecordStream stream = fixture.records().of(LinkageFixture.id(1))) {
                stream.skip(skipped);
                assertThat(stream.next()).isEqualTo(skipped < all.size() ? all.get(skipped) : null);
            }
        }
    }

    private List<LinkedRecord> link(String bas) {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-02", bas);
        fixture.accept(delivery);
        return fixture.records(1);
    }

    private static List<byte[]> bytes(List<LinkedRecord> records) {
        OutcomeCodec codec = new OutcomeCodec();
        List<byte[]> bytes = new ArrayList<>();
        records.forEach(r -> bytes.add(codec.binary(r.record())));
        return bytes;
    }
}
