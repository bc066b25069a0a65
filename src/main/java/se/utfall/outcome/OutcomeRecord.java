package se.utfall.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person, register and period: contract 3, field by field. Blocks and their fields are null where nothing was observed. Amounts in ore. */
public record OutcomeRecord(
        UUID recordId,
        int recordVersion,
        Operation operation,
        @Nullable String retractReason,
        String purposeId,
        String pseudonym,
        int pseudonymKeyVersion,
        String orderId,
        @Nullable String partnerOrderRef,
        String deliveryId,
        SourceRegister register,
        SourceStatus sourceStatus,
        @Nullable LocalDate sourceExtractDate,
        LocalDate periodStart,
        LocalDate periodEnd,
        Anchor anchor,
        @Nullable Integer monthsFromAnchor,
        @Nullable Integer monthsSinceExit,
        CohortRole cohortRole,
        Observation observation,
        @Nullable Employment employment,
        @Nullable Studies studies,
        @Nullable SocialAssistance socialAssistance,
        @Nullable Unemployment unemployment,
        @Nullable Income income,
        List<String> qualityFlags,
        String codeSystemVersion,
        Instant producedAt,
        Lineage lineage) {

    /** Employment block. */
    public record Employment(
            @Nullable Boolean employed,
            @Nullable MainStatus mainStatus,
            @Nullable Boolean subsidised,
            @Nullable Boolean municipalProgrammeJob,
            @Nullable Integer employers,
            @Nullable String industrySni2) {}

    /** Studies block. */
    public record Studies(
            @Nullable Boolean inStudies, @Nullable String sunLevel) {}

    /** Economic assistance block. */
    public record SocialAssistance(
            @Nullable Boolean received,
            @Nullable Long householdAmountOre,
            @Nullable Integer householdMembers,
            @Nullable String livelihoodObstacle,
            @Nullable String endReason) {}

    /** Unemployment block. */
    public record Unemployment(
            @Nullable Boolean registered,
            @Nullable String jobSeekerCategory,
            @Nullable Integer openUnemployedDays,
            @Nullable Integer programmeDays,
            @Nullable String programmeCode,
            @Nullable Long unemploymentInsuranceOre,
            @Nullable Long activitySupportOre) {}

    /** Income block. */
    public record Income(
            @Nullable Long earningsOre, @Nullable Long disposableOre) {}

    /** Where the record comes from. */
    public record Lineage(String deliverySha256, String mappingVersion, String softwareVersion) {}
}
