package se.utfall.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.PersonKey;

/** What linkage may know of each running number (1..size), without naming anyone. As known when asked for. */
public interface FollowUpFacts {
    int NONE = Integer.MIN_VALUE;

    int size();

    Anchor anchor();

    boolean recalled(int runningNumber);

    /** True for a personnummer, false for a samordningsnummer (outside LISA). */
    boolean personnummer(int runningNumber);

    /** Month index (year*12+month-1) of the anchor's date, {@link #NONE} while the spell runs. */
    int anchorMonth(int runningNumber);

    /** Month index of the latest exit from Jobbtorg known now, or {@link #NONE}. */
    int exitMonth(int runningNumber);

    @Nullable LocalDate deceasedOn(int runningNumber);

    @Nullable LocalDate emigratedOn(int runningNumber);

    PersonKey personKey(int runningNumber);

    CohortRole role(int runningNumber);

    Background background(int runningNumber);

    /**
     * The allow-listed background at the freeze.
     *
     * @param sex 1 man, 2 woman
     * @param ageBand at the event, by the number's year: 16-24, 25-34, 35-44, 45-54, 55-64, 65-
     * @param measure type of the event's measure, null for exits
     * @param workplace kind of workplace of the event's measure
     */
    record Background(
            @Nullable String sex,
            @Nullable String ageBand,
            @Nullable String educationLevel,
            @Nullable Boolean newlyArrived,
            @Nullable String district,
            @Nullable String measure,
            @Nullable String workplace) {}
}
