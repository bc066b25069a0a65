package se.utfall.order;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Periods;
import se.utfall.outcome.PersonKey;
import se.utfall.register.CurrentStanding;
import se.utfall.register.Spell;

/** What the register knows now of a frozen population, by running number, read in one pass over all persons. */
final class StandingNow {
    private final int[] deceased;
    private final int[] emigrated;
    private final int[] exitMonth;
    private final BitSet excluded = new BitSet();
    private final BitSet annulled = new BitSet();
    private final BitSet doubles = new BitSet();
    private final BitSet flaggedByEvent = new BitSet();

    private StandingNow(int size) {
        deceased = none(size);
        emigrated = none(size);
        exitMonth = none(size);
    }

    /** @param protectedByEvent persons who were protected at some time since, even if no longer */
    static StandingNow of(PopulationTable table, PersonSource persons, Set<PersonKey> protectedByEvent) {
        StandingNow now = new StandingNow(table.size());
        Map<PersonKey, Integer> numbers = new HashMap<>(table.size() * 2);
        for (int number = 1; number <= table.size(); number++) {
            numbers.put(table.person(number), number);
        }
        Map<PersonKey, Integer> lowest = new HashMap<>();
        Map<PersonKey, PersonKey> events = new HashMap<>();
        persons.eachPerson(person -> {
            Integer number = numbers.get(person.person());
            if (number != null) {
                now.take(number, person.standing());
                now.markDouble(lowest, person, number);
            }
            if (protectedByEvent.contains(person.person())) {
                events.put(person.person(), person.current());
            }
        });
        events.values().forEach(current -> now.markProtected(lowest.get(current)));
        return now;
    }

    private void take(int number, Spell.Standing standing) {
        deceased[number] = day(standing.deceasedOn());
        emigrated[number] = day(standing.emigratedOn());
        LocalDate exit = standing.lastExit();
        exitMonth[number] = exit == null ? FollowUpFacts.NONE : Periods.monthIndex(exit);
        excluded.set(number, standing.protectedPerson());
        annulled.set(number, standing.annulled());
    }

    /** Of two numbers that are one person the lower stays. */
    private void markDouble(Map<PersonKey, Integer> lowest, CurrentStanding person, int number) {
        Integer other = lowest.putIfAbsent(person.current(), number);
        if (other != null) {
            doubles.set(Math.max(other, number));
            lowest.put(person.current(), Math.min(other, number));
        }
    }

    private void markProtected(@Nullable Integer number) {
        if (number != null) {
            flaggedByEvent.set(number);
        }
    }

    /** Why the number must be recalled, or null. */
    @Nullable String recallReason(int number) {
        if (excluded.get(number) || flaggedByEvent.get(number)) {
            return "PROTECTED";
        }
        if (annulled.get(number)) {
            return "ANNULLED";
        }
        return doubles.get(number) ? "MERGED" : null;
    }

    @Nullable LocalDate deceasedOn(int number) {
        return date(deceased[number]);
    }

    @Nullable LocalDate emigratedOn(int number) {
        return date(emigrated[number]);
    }

    int exitMonth(int number) {
        return exitMonth[number];
    }

    private static int[] none(int size) {
        int[] none = new int[size + 1];
        Arrays.fill(none, FollowUpFacts.NONE);
        return none;
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? FollowUpFacts.NONE : (int) date.toEpochDay();
    }

    private static @Nullable LocalDate date(int day) {
        return day == FollowUpFacts.NONE ? null : LocalDate.ofEpochDay(day);
    }
}
