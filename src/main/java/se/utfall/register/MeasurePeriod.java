package se.utfall.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;

/**
 * One current measure as a study is told of it: no number in it. Those in another person's enrolment are not given until that is solved.
 *
 * @param enrolment id of the enrolment it names, which may not be known yet
 * @param end null while it runs
 */
public record MeasurePeriod(
        PersonKey person,
        String id,
        @Nullable String enrolment,
        String type,
        @Nullable String workplace,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer percentage) {}
