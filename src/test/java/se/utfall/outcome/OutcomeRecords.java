package se.utfall.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;

/** Outcome records for tests. */
public final class OutcomeRecords {
    private OutcomeRecords() {}

    /** Employed in March 2026; {@code n} makes record id and pseudonym. */
    public static OutcomeRecord employed(int n) {
        return record(n, new Employment(true, MainStatus.EMPLOYED, false, false, 1, "84"), null, null, null, null);
    }

    /** Every block and every field set. */
    static OutcomeRecord full() {
        return record(
                7,
                new Employment(false, MainStatus.STUDENT, true, true, 0, "01"),
                new Studies(true, "327"),
                new SocialAssistance(true, 450_000L, 3, "SPRAKHINDER", "ARBETE"),
                new Unemployment(true, "11", 12, 0, "05", 0L, 99L),
                new Income(12_345_600_00L, -100L));
    }

    private static OutcomeRecord record(
            int n, Employment employment, Studies studies, SocialAssistance social, Unemployment out, Income income) {
        return new OutcomeRecord(
                new UUID(0x8000L + n, n),
                2,
                Operation.UPSERT,
                null,
                "uppfoljning",
                "01" + "%026d".formatted(n) + "X",
                1,
                "SCB-2026-001",
                "SCB-17",
                "SCB-2026-001-L001",
                SourceRegister.BAS,
                SourceStatus.PRELIMINARY,
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                Anchor.INTERVENTION_END,
                -3,
                null,
                CohortRole.PARTICIPANT,
                Observation.OBSERVED,
                employment,
                studies,
                social,
                out,
                income,
                List.of("DUPLICATE_RESOLVED"),
                "SNI2007",
                Instant.parse("2026-06-01T10:00:00.123Z"),
                new Lineage("ab".repeat(32), "BAS/1", "test"));
    }
}
