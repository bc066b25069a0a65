package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.linkage.LinkageFixture.BAS_HEADER;
import static se.utfall.linkage.LinkageFixture.EKB_HEADER;
import static se.utfall.linkage.LinkageFixture.delivery;
import static se.utfall.linkage.LinkageFixture.recordOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

class ReplacementTest {
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
    void replacesWholePeriodsAlsoByAbsence() {
        fixture.accept(
                delivery(1).table("EKB", "PREL", "2026-01", "2026-02", EKB_HEADER + "1;2026-01;J;5\n1;2026-02;J;6\n"));
        fixture.accept(delivery(2).table("EKB", "PREL", "2026-02", "2026-03", EKB_HEADER + "2;2026-02;J;7\n"));
        List<LinkedRecord> current = fixture.current();

        assertThat(recordOf(current, 1, EKB, "2026-01").socialAssistance().householdAmountOre())
                .isEqualTo(500);
        assertThat(recordOf(current, 1, EKB, "2026-02").observation()).isEqualTo(Observation.OBSERVED_ABSENT);
        assertThat(recordOf(current, 2, EKB, "2026-02").socialAssistance().householdAmountOre())
                .isEqualTo(700);
    }

    @Test
    void knowsPreliminaryFinalAndRevisedPerPeriod() {
        fixture.accept(delivery(1).table("BAS", "PREL", "2026-01", "2026-02", BAS_HEADER));
        fixture.accept(delivery(2).table("BAS", "PREL", "2026-01", "2026-01", BAS_HEADER));
        fixture.accept(delivery(3).table("BAS", "DEF", "2026-01", "2026-01", BAS_HEADER));
        StoredDelivery fourth = fixture.accept(delivery(4).table("BAS", "DEF", "2026-01", "2026-02", BAS_HEADER));

        assertThat(List.of(record(1), record(2), record(3), record(4)))
                .extracting(OutcomeRecord::sourceStatus)
                .containsExactly(
                        SourceStatus.PRELIMINARY, SourceStatus.PRELIMINARY, SourceStatus.FINAL, SourceStatus.REVISED);
        assertThat(List.of(record(1), record(2), record(3), record(4)))
                .extracting(OutcomeRecord::recordVersion)
                .containsExactly(1, 2, 3, 4);
        assertThat(recordOf(fixture.records(4), 1, BAS, "2026-02").sourceStatus())
                .isEqualTo(SourceStatus.FINAL);
        assertThat(recordOf(fixture.records(4), 1, BAS, "2026-02").recordVersion())
                .isEqualTo(2);
        assertThat(fourth.view().tables().get(0).status()).isEqualTo(SourceStatus.REVISED);
    }

    @Test
    void givesTheSameRecordAsWasPublishedLast() {
        fixture.accept(delivery(1)
                .table("BAS", "PREL", "2026-01", "2026-06", BAS_HEADER + "1;2026-01;1;N\n")
                .table("EKB", "PREL", "2026-01", "2026-06", EKB_HEADER + "2;2026-04;J;1\n"));

        assertThat(fixture.current()).isEqualTo(fixture.records(1));
    }

    @Test
    void tellsWhatCannotExistYetFromWhatWasNotDelivered() {
        fixture.accept(delivery(1).table("EKB", "PREL", "2026-01", "2026-01", EKB_HEADER));
        List<LinkedRecord> current = fixture.current();

        assertThat(current).hasSize(4 * 12);
        assertThat(recordOf(current, 1, EKB, "2026-02").observation()).isEqualTo(Observation.SOURCE_NOT_DELIVERED);
        assertThat(recordOf(current, 1, EKB, "2026-03").observation()).isEqualTo(Observation.NOT_YET_OBSERVED);
        assertThat(recordOf(current, 1, BAS, "2026-01").observation()).isEqualTo(Observation.NOT_YET_OBSERVED);
        assertThat(recordOf(current, 1, BAS, "2026-01").recordVersion()).isZero();
        assertThat(recordOf(current, 1, BAS, "2026-01").pseudonym())
                .isEqualTo(recordOf(current, 1, EKB, "2026-01").pseudonym());
    }

    @Test
    void answersBeforeAnyDelivery() {
        assertThat(fixture.current())
                .hasSize(4 * 12)
                .extracting(r -> r.record().observation())
                .containsOnly(Observation.NOT_YET_OBSERVED, Observation.SOURCE_NOT_DELIVERED);
    }

    @Test
    void leavesOutWhoWasRecalledSince() {
        fixture.accept(delivery(1).table("EKB", "PREL", "2026-01", "2026-01", EKB_HEADER + "2;2026-01;J;1\n"));
        fixture.population = Population.of(4).recall(2);

        assertThat(fixture.current()).extracting(LinkedRecord::runningNumber).containsOnly(1, 3, 4);
    }

    private OutcomeRecord record(int sequence) {
        return recordOf(fixture.records(sequence), 1, BAS, "2026-01");
    }
}
