package se.utfall.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;
import se.utfall.person.ProtectedStatus;

/** One row of a case-system file, checked and typed (contract 1). With {@code stamp().removed()} only key, number and stamp are set. */
public sealed interface Fact {
    Stamp stamp();

    /** The row's key as text, unique within its type. */
    String key();

    /**
     * Which version of the row this is: the latest {@code changedAt} wins, then the later extract, then the later line.
     *
     * @param line physical line the record starts on
     */
    record Stamp(Instant changedAt, Instant extractedAt, int line, boolean removed) {}

    /** Enrolment at a Jobbtorg. */
    record Enrolment(
            Stamp stamp,
            PersonalNumber number,
            String enrolmentId,
            @Nullable LocalDate start,
            @Nullable String unit,
            @Nullable String district,
            @Nullable String referredBy,
            @Nullable Boolean assistance,
            @Nullable String obstacle,
            @Nullable Boolean registeredAtAf,
            @Nullable String educationLevel,
            @Nullable Boolean newlyArrived,
            @Nullable String sex,
            ProtectedStatus protectedStatus)
            implements Fact {
        @Override
        public String key() {
            return enrolmentId;
        }
    }

    /** Exit from Jobbtorg. */
    record Exit(
            Stamp stamp,
            PersonalNumber number,
            String enrolmentId,
            @Nullable LocalDate exitDate,
            @Nullable String reason,
            @Nullable String followUp3Months)
            implements Fact {
        @Override
        public String key() {
            return enrolmentId;
        }
    }

    /** Measure (insats). */
    record Measure(
            Stamp stamp,
            PersonalNumber number,
            String measureId,
            @Nullable String enrolmentId,
            @Nullable String type,
            @Nullable String workplace,
            @Nullable LocalDate start,
            @Nullable LocalDate plannedEnd,
            @Nullable LocalDate end,
            @Nullable Integer percent,
            @Nullable String interruption,
            @Nullable String goal,
            @Nullable String organiser)
            implements Fact {
        @Override
        public String key() {
            return measureId;
        }
    }

    /** One answer of a self-rating. */
    record Rating(
            Stamp stamp,
            PersonalNumber number,
            String ratingId,
            String question,
            @Nullable String measureId,
            @Nullable LocalDate ratedOn,
            @Nullable Integer round,
            @Nullable String instrument,
            @Nullable String instrumentVersion,
            @Nullable Integer value,
            @Nullable Integer scaleMin,
            @Nullable Integer scaleMax)
            implements Fact {
        @Override
        public String key() {
            return ratingId + "/" + question;
        }
    }

    /** A cost; {@code amountOre} in ore, may be negative. */
    record Cost(
            Stamp stamp,
            String costId,
            @Nullable String measureType,
            @Nullable String unit,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable String kind,
            @Nullable Long amountOre,
            @Nullable Integer participants)
            implements Fact {
        @Override
        public String key() {
            return costId;
        }
    }

    /** A number replaced by another (GN, GS). The key is the old number: keyed-hash it before it is stored. */
    record NumberChange(
            Stamp stamp,
            PersonalNumber oldNumber,
            @Nullable PersonalNumber newNumber,
            @Nullable String reason,
            @Nullable LocalDate date)
            implements Fact {
        @Override
        public String key() {
            return oldNumber.digits();
        }
    }

    /** Deregistration; the key is number, reason and date: keyed-hash it before it is stored. */
    record Deregistration(Stamp stamp, PersonalNumber number, String reason, LocalDate date) implements Fact {
        @Override
        public String key() {
            return number.digits() + "/" + reason + "/" + date;
        }
    }
}
