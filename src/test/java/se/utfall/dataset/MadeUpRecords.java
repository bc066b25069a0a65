package se.utfall.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Operation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** The outcome records of a made-up delivery, from running number and month. */
final class MadeUpRecords {
    private static final List<MainStatus> STATUSES = List.of(
            MainStatus.EMPLOYED,
            MainStatus.UNEMPLOYED,
            MainStatus.STUDENT,
            MainStatus.PENSIONER,
            MainStatus.SICK,
            MainStatus.OTHER);
    private final int months;
    private final FollowUpFacts people;

    MadeUpRecords(int months, FollowUpFacts people) {
        this.months = months;
        this.people = people;
    }

    OutcomeRecord record(int number, SourceRegister register, int month) {
        Observation observation = observation(number, register, month);
        boolean covered = month < (register == SourceRegister.BAS ? months - 2 : months - 1);
        int index = MadeUp.FIRST + month;
        int exit = people.exitMonth(number);
        boolean bas = register == SourceRegister.BAS;
        return new OutcomeRecord(
                new UUID(0x8000L + number, index),
                covered ? 1 : 0,
                Operation.UPSERT,
                null,
                "uppfoljning",
                pseudonym(number),
                1,
                MadeUp.ORDER.value(),
                null,
                covered ? MadeUp.DELIVERY : "",
                register,
                covered ? (bas ? SourceStatus.FINAL : SourceStatus.PRELIMINARY) : SourceStatus.UNKNOWN,
                covered ? LocalDate.of(2026, 5, 31) : null,
                Periods.start(register, index),
                Periods.end(register, index),
                Anchor.INTERVENTION_END,
                index - people.anchorMonth(number),
                exit == FollowUpFacts.NONE ? null : index - exit,
                CohortRole.PARTICIPANT,
                observation,
                bas ? employment(number, month, observation) : null,
                bas ? studies(number, month, observation) : null,
                bas ? null : assistance(number, month, observation),
                null,
                null,
                number % 31 == 0 && observation == Observation.OBSERVED ? List.of("DUPLICATE_RESOLVED") : List.of(),
                "SNI2007",
                Instant.parse("2026-06-01T10:00:00Z"),
                new Lineage("cd".repeat(32), register.name() + "/1", "test"));
    }

    Observation observation(int number, SourceRegister register, int month) {
        if (register == SourceRegister.BAS && month >= months - 2) {
            return Observation.NOT_YET_OBSERVED;
        }
        if (register == SourceRegister.EKB && month == months - 1) {
            return Observation.SOURCE_NOT_DELIVERED;
        }
        if (number % 97 == 0 && month > 9) {
            return Observation.DECEASED;
        }
        if (number % 41 == 0 && month > 15) {
            return Observation.EMIGRATED;
        }
        if (register == SourceRegister.BAS && number % 29 == 0) {
            return Observation.NOT_LINKED;
        }
        return (number + month) % (register == SourceRegister.BAS ? 19 : 3) == 0
                ? Observation.OBSERVED_ABSENT
                : Observation.OBSERVED;
    }

    private static @Nullable MainStatus status(int number, int month, Observation observation) {
        boolean said = observation == Observation.OBSERVED && (number + month) % 37 != 0;
        return said ? STATUSES.get((number * 7 + month / 5) % 6) : null;
    }

    private static @Nullable Employment employment(int number, int month, Observation observation) {
        MainStatus status = status(number, month, observation);
        if (observation != Observation.OBSERVED) {
            return null;
        }
        boolean municipal = number % 13 == 0;
        Boolean employed = status == null ? null : status == MainStatus.EMPLOYED && !municipal;
        return new Employment(employed, status, null, municipal, null, number % 4 == 0 ? "01" : null);
    }

    private static @Nullable Studies studies(int number, int month, Observation observation) {
        MainStatus status = status(number, month, observation);
        return status == null ? null : new Studies(status == MainStatus.STUDENT, null);
    }

    private static @Nullable SocialAssistance assistance(int number, int month, Observation observation) {
        return switch (observation) {
            case OBSERVED ->
                new SocialAssistance(
                        true, (number % 900 + month) * 100L, null, number % 5 == 0 ? null : "A" + number % 7, null);
            case OBSERVED_ABSENT -> new SocialAssistance(false, 0L, null, null, null);
            default -> null;
        };
    }

    /** In another order than the running numbers. */
    static String pseudonym(int number) {
        return "01" + "%026d".formatted((number * 7919L) % 1_000_003) + "X";
    }
}
