package se.utfall.order;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.KeyedHash;
import se.utfall.outcome.PersonKey;
import se.utfall.register.Spell;

/**
 * Comparison persons and their assigned index dates. A person is eligible on a day when enrolled with Jobbtorg and not yet begun with a measure of the study's; of
 * the participants' event days on which the person is eligible, counted as often as participants had them, one is drawn by a keyed hash. So comparison
 * persons' index dates lie as the participants' events do, and a repeated freeze draws the same.
 */
final class Comparison {
    private final int[] eventDays;
    private final int freezeDay;
    private final KeyedHash draw;
    private final Map<PersonKey, Integer> begun = new HashMap<>();
    private final Map<PersonKey, List<Spell>> enrolments = new HashMap<>();

    /** @param eventDays of the participants, sorted, as days of the epoch */
    Comparison(int[] eventDays, LocalDate freezeDay, KeyedHash draw) {
        this.eventDays = eventDays;
        this.freezeDay = (int) freezeDay.toEpochDay();
        this.draw = draw;
    }

    void begun(PersonKey person, LocalDate measureStart) {
        begun.merge(person, (int) measureStart.toEpochDay(), Math::min);
    }

    void enrolled(Spell enrolment) {
        enrolments.computeIfAbsent(enrolment.person(), p -> new ArrayList<>()).add(enrolment);
    }

    /** Everybody who is eligible on some participant's event day; those flagged only when no sound enrolment makes them so. */
    List<Member> drawn() {
        List<Member> drawn = new ArrayList<>();
        enrolments.forEach((person, all) -> {
            all.sort(Comparator.comparing(Spell::start).thenComparing(Spell::id));
            Member member = drawn(person, all, true);
            member = member == null ? drawn(person, all, false) : member;
            if (member != null) {
                drawn.add(member);
            }
        });
        return drawn;
    }

    private @Nullable Member drawn(PersonKey person, List<Spell> all, boolean usable) {
        long eligible = 0;
        for (Spell enrolment : all) {
            eligible += enrolment.usable() == usable ? days(enrolment) : 0;
        }
        if (eligible == 0) {
            return null;
        }
        long left =
                Long.remainderUnsigned(ByteBuffer.wrap(draw.of(person.bytes())).getLong(), eligible);
        for (Spell enrolment : all) {
            int days = enrolment.usable() == usable ? days(enrolment) : 0;
            if (left < days) {
                int day = eventDays[first(enrolment) + (int) left];
                return Member.comparison(enrolment, LocalDate.ofEpochDay(day));
            }
            left -= days;
        }
        throw new IllegalStateException("more drawn than there is");
    }

    private int days(Spell enrolment) {
        return Math.max(0, after(enrolment) - first(enrolment));
    }

    private int first(Spell enrolment) {
        return firstFrom((int) enrolment.start().toEpochDay());
    }

    /** The first event day on which the person is no longer eligible. */
    private int after(Spell enrolment) {
        LocalDate end = enrolment.end();
        int last = end == null ? freezeDay : Math.min(freezeDay, (int) end.toEpochDay());
        Integer measure = begun.get(enrolment.person());
        return firstFrom(measure == null ? last + 1 : Math.min(last + 1, measure));
    }

    /** Position of the first event day not before this day. */
    private int firstFrom(int day) {
        int at = Arrays.binarySearch(eventDays, day);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && eventDays[at - 1] == day) {
            at--;
        }
        return at;
    }
}
