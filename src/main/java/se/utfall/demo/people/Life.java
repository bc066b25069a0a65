package se.utfall.demo.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One made-up person's years with Jobbtorg. Empty text means that the case system does not know.
 *
 * @param ordinal from 0; what decides who gets which plant
 * @param later the number that replaces the first one, if any
 * @param shielded the case system's {@code skyddad}: J, N or empty
 */
record Life(
        int ordinal,
        TestNumber number,
        @Nullable TestNumber later,
        String sex,
        String education,
        String newcomer,
        String shielded,
        List<Enrolment> enrolments) {

    record Enrolment(
            String id,
            LocalDate start,
            String office,
            String district,
            String referredBy,
            String aid,
            String obstacle,
            String registeredAtAf,
            @Nullable Exit exit,
            List<Measure> measures) {}

    record Exit(LocalDate date, String reason, String followUp) {}

    record Measure(
            String id,
            String type,
            String workplace,
            LocalDate start,
            LocalDate planned,
            @Nullable LocalDate end,
            String extent,
            String broken,
            String goal,
            String provider) {}

    /** The number that the case system writes in this extract: the new one from the second on. */
    TestNumber numberIn(Extract extract) {
        return later == null || extract == Extract.FIRST ? number : later;
    }
}
