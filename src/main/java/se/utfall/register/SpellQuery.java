package se.utfall.register;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which spells: exits from Jobbtorg, or measures of these types, whose event date (exit, end or start) lies within the dates, inclusive.
 *
 * @param measureTypes empty: all
 */
public record SpellQuery(
        Event event, Set<String> measureTypes, @Nullable LocalDate from, LocalDate to) {
    /** What counts as the event. */
    public enum Event {
        EXIT,
        MEASURE_START,
        MEASURE_END
    }
}
