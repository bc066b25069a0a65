package se.utfall.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;

/** Reads generic records by field name. */
final class AvroReading {
    private AvroReading() {}

    static OutcomeRecord record(GenericRecord g) {
        return new OutcomeRecord(
                UUID.fromString(text(g, "recordId")),
                number(g, "recordVersion"),
                Operation.valueOf(text(g, "operation")),
                findText(g, "retractReason"),
                text(g, "purposeId"),
                text(g, "pseudonym"),
                number(g, "pseudonymKeyVersion"),
                text(g, "orderId"),
                findText(g, "partnerOrderRef"),
                text(g, "deliveryId"),
                register(text(g, "sourceRegister")),
                SourceStatus.valueOf(text(g, "sourceStatus")),
                findDay(g, "sourceExtractDate"),
                day(g, "periodStart"),
                day(g, "periodEnd"),
                Anchor.valueOf(text(g, "anchor")),
                find(g, "monthsFromAnchor", Integer.class),
                find(g, "monthsSinceExit", Integer.class),
                CohortRole.valueOf(text(g, "cohortRole")),
                Observation.valueOf(text(g, "observation")),
                employment(find(g, "employment", GenericRecord.class)),
                studies(find(g, "studies", GenericRecord.class)),
                assistance(find(g, "socialAssistance", GenericRecord.class)),
                unemployment(find(g, "unemployment", GenericRecord.class)),
                income(find(g, "income", GenericRecord.class)),
                flags(g),
                text(g, "codeSystemVersion"),
                Instant.ofEpochMilli(Objects.requireNonNull(find(g, "producedAt", Long.class))),
                lineage(Objects.requireNonNull(find(g, "lineage", GenericRecord.class))));
    }

    private static @Nullable Employment employment(@Nullable GenericRecord g) {
        if (g == null) {
            return null;
        }
        String status = findText(g, "mainStatus");
        return new Employment(
                find(g, "employed", Boolean.class),
                status == null ? null : MainStatus.valueOf(status),
                find(g, "subsidised", Boolean.class),
                find(g, "municipalProgrammeJob", Boolean.class),
                find(g, "employers", Integer.class),
                findText(g, "industrySni2"));
    }

    private static @Nullable Studies studies(@Nullable GenericRecord g) {
        return g == null ? null : new Studies(find(g, "inStudies", Boolean.class), findText(g, "sunLevel"));
    }

    private static @Nullable SocialAssistance assistance(@Nullable GenericRecord g) {
        return g == null
                ? null
                : new SocialAssistance(
                        find(g, "received", Boolean.class),
                        find(g, "householdAmountOre", Long.class),
                        find(g, "householdMembers", Integer.class),
                        findText(g, "livelihoodObstacle"),
                        findText(g, "endReason"));
    }

    private static @Nullable Unemployment unemployment(@Nullable GenericRecord g) {
        return g == null
                ? null
                : new Unemployment(
                        find(g, "registered", Boolean.class),
                        findText(g, "jobSeekerCategory"),
                        find(g, "openUnemployedDays", Integer.class),
                        find(g, "programmeDays", Integer.class),
                        findText(g, "programmeCode"),
                        find(g, "unemploymentInsuranceOre", Long.class),
                        find(g, "activitySupportOre", Long.class));
    }

    private static @Nullable Income income(@Nullable GenericRecord g) {
        return g == null ? null : new Income(find(g, "earningsOre", Long.class), find(g, "disposableOre", Long.class));
    }

    private static Lineage lineage(GenericRecord g) {
        return new Lineage(text(g, "deliverySha256"), text(g, "mappingVersion"), text(g, "softwareVersion"));
    }

    private static List<String> flags(GenericRecord g) {
        Collection<?> flags = Objects.requireNonNull(find(g, "qualityFlags", Collection.class));
        return flags.stream().map(Object::toString).toList();
    }

    private static SourceRegister register(String source) {
        return Arrays.stream(SourceRegister.values())
                .filter(r -> r.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a register this version does not know"));
    }

    private static <T> @Nullable T find(GenericRecord g, String field, Class<T> type) {
        Object value = g.get(field);
        return value == null ? null : type.cast(value);
    }

    private static @Nullable String findText(GenericRecord g, String field) {
        Object value = g.get(field);
        return value == null ? null : value.toString();
    }

    private static String text(GenericRecord g, String field) {
        return Objects.requireNonNull(findText(g, field), field);
    }

    private static int number(GenericRecord g, String field) {
        return Objects.requireNonNull(find(g, field, Integer.class), field);
    }

    private static @Nullable LocalDate findDay(GenericRecord g, String field) {
        Integer day = find(g, field, Integer.class);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static LocalDate day(GenericRecord g, String field) {
        return Objects.requireNonNull(findDay(g, field), field);
    }
}
