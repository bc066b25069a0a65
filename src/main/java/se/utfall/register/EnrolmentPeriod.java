package se.utfall.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;

/**
 * One current enrolment with Jobbtorg as a study is told of it: no number in it. An exit that names another person is left out until that is solved.
 *
 * @param exit null while it runs
 */
public record EnrolmentPeriod(
        PersonKey person,
        String id,
        LocalDate start,
        @Nullable LocalDate exit,
        @Nullable String exitReason) {}
