package se.utfall.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;

/**
 * One current answer of a self-rating with its person, without a number.
 *
 * @param measureType of the measure it was given in; null when not known
 * @param usable false when the rating refers to another person's measure, or nobody knows who the person is
 */
public record RatedAnswer(
        PersonKey person,
        String ratingId,
        String question,
        @Nullable String measureId,
        @Nullable String measureType,
        LocalDate ratedOn,
        int round,
        String instrument,
        String instrumentVersion,
        @Nullable Integer answer,
        int scaleMin,
        int scaleMax,
        boolean usable,
        Spell.Standing standing) {}
