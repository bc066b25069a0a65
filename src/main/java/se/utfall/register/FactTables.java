package se.utfall.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.utfall.person.ProtectedStatus;

/** The six tables whose rows are kept by "latest wins"; number changes have a history of their own. */
final class FactTables {
    static final FactTable<Fact.Enrolment> ENROLMENT = new FactTable<>(
            FactType.INSKRIVNING,
            Fact.Enrolment.class,
            "enrolment",
            "inskrivning_id",
            List.of(
                    "start_on",
                    "unit",
                    "district",
                    "referred_by",
                    "assistance",
                    "obstacle",
                    "registered_at_af",
                    "education_level",
                    "newly_arrived",
                    "sex",
                    "protected"),
            Fact.Enrolment::number,
            FactTables::enrolment,
            null);
    static final FactTable<Fact.Exit> EXIT = new FactTable<>(
            FactType.AVSLUT,
            Fact.Exit.class,
            "exit",
            "inskrivning_id",
            List.of("exit_on", "reason", "follow_up"),
            Fact.Exit::number,
            f -> values(day(f.exitDate()), f.reason(), f.followUp3Months()),
            new FactTable.Reference<>(FactType.INSKRIVNING, "fact_key", "inskrivning_id", Fact.Exit::enrolmentId));
    static final FactTable<Fact.Measure> MEASURE = new FactTable<>(
            FactType.INSATS,
            Fact.Measure.class,
            "measure",
            "insats_id",
            List.of(
                    "enrolment_id",
                    "type",
                    "workplace",
                    "start_on",
                    "planned_end",
                    "end_on",
                    "percentage",
                    "interruption",
                    "goal",
                    "organiser"),
            Fact.Measure::number,
            FactTables::measure,
            new FactTable.Reference<>(
                    FactType.INSKRIVNING, "enrolment_id", "inskrivning_id", Fact.Measure::enrolmentId));
    static final FactTable<Fact.Rating> RATING = new FactTable<>(
            FactType.PROGRESSION,
            Fact.Rating.class,
            "rating",
            "skattning_id",
            List.of(
                    "rating_id",
                    "question",
                    "measure_id",
                    "rated_on",
                    "round_no",
                    "instrument",
                    "instrument_version",
                    "answer",
                    "scale_min",
                    "scale_max"),
            Fact.Rating::number,
            FactTables::rating,
            new FactTable.Reference<>(FactType.INSATS, "measure_id", "insats_id", Fact.Rating::measureId));
    static final FactTable<Fact.Cost> COST = new FactTable<>(
            FactType.KOSTNAD,
            Fact.Cost.class,
            "cost",
            "kostnad_id",
            List.of("measure_type", "unit", "period_start", "period_end", "kind", "amount_ore", "participants"),
            f -> null,
            f -> values(
                    f.measureType(),
                    f.unit(),
                    day(f.periodStart()),
                    day(f.periodEnd()),
                    f.kind(),
                    f.amountOre(),
                    f.participants()),
            null);
    static final FactTable<Fact.Deregistration> DEREGISTRATION = new FactTable<>(
            FactType.AVREGISTRERING,
            Fact.Deregistration.class,
            "deregistration",
            "personnummer",
            List.of("reason", "happened_on"),
            Fact.Deregistration::number,
            f -> values(f.reason(), day(f.date())),
            null);

    private static final Map<FactType, FactTable<?>> BY_TYPE = Stream.of(
                    ENROLMENT, EXIT, MEASURE, RATING, COST, DEREGISTRATION)
            .collect(Collectors.toUnmodifiableMap(FactTable::type, Function.identity()));

    private FactTables() {}

    static FactTable<?> of(FactType type) {
        FactTable<?> table = BY_TYPE.get(type);
        if (table == null) {
            throw new IllegalArgumentException("rows of " + type + " have no table of this kind");
        }
        return table;
    }

    static FactTable<?> of(Fact fact) {
        return BY_TYPE.values().stream()
                .filter(t -> t.kind().isInstance(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table for a " + fact.getClass()));
    }

    /** Whose rows refer to rows of this type. */
    static List<FactTable<?>> referringTo(FactType type) {
        return BY_TYPE.values().stream()
                .<FactTable<?>>map(t -> t)
                .filter(t -> t.reference() != null && t.reference().to() == type)
                .toList();
    }

    private static @Nullable Object[] enrolment(Fact.Enrolment f) {
        return values(
                day(f.start()),
                f.unit(),
                f.district(),
                f.referredBy(),
                flag(f.assistance()),
                f.obstacle(),
                flag(f.registeredAtAf()),
                f.educationLevel(),
                flag(f.newlyArrived()),
                f.sex(),
                protection(f.protectedStatus()));
    }

    private static @Nullable Object[] measure(Fact.Measure f) {
        return values(
                f.enrolmentId(),
                f.type(),
                f.workplace(),
                day(f.start()),
                day(f.plannedEnd()),
                day(f.end()),
                f.percent(),
                f.interruption(),
                f.goal(),
                f.organiser());
    }

    private static @Nullable Object[] rating(Fact.Rating f) {
        return values(
                f.ratingId(),
                f.question(),
                f.measureId(),
                day(f.ratedOn()),
                f.round(),
                f.instrument(),
                f.instrumentVersion(),
                f.value(),
                f.scaleMin(),
                f.scaleMax());
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }

    /** 0 says no; 1 yes and 2 unknown protect alike. */
    static int protection(ProtectedStatus status) {
        return switch (status) {
            case NO -> 0;
            case YES -> 1;
            case UNKNOWN -> 2;
        };
    }

    static @Nullable Integer day(@Nullable LocalDate date) {
        return date == null ? null : (Integer) Math.toIntExact(date.toEpochDay());
    }

    private static @Nullable Integer flag(@Nullable Boolean flag) {
        return flag == null ? null : (Integer) (flag ? 1 : 0);
    }
}
