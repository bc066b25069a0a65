package se.utfall.order;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.register.Spell;

/** The background codes that the order allows, in the order the population table keeps them: sex, age band, education, district, measure, workplace, newly arrived. */
final class BackgroundAtFreeze {
    private BackgroundAtFreeze() {}

    static List<@Nullable String> of(Member member, OrderFile file) {
        Set<Breakdown> allowed = file.breakdowns();
        Spell spell = member.spell();
        Spell.Background known = spell.background();
        Boolean newly = known.newlyArrived();
        return Arrays.asList(
                allowed.contains(Breakdown.sex) ? known.sex() : null,
                allowed.contains(Breakdown.ageBand)
                        ? ageBand(spell.number().birthYearInNumber(), member.event())
                        : null,
                allowed.contains(Breakdown.educationLevel) ? known.educationLevel() : null,
                allowed.contains(Breakdown.district) ? known.district() : null,
                allowed.contains(Breakdown.measure) ? spell.measureType() : null,
                allowed.contains(Breakdown.workplace) ? spell.workplace() : null,
                allowed.contains(Breakdown.newlyArrived) && newly != null ? newly.toString() : null);
    }

    /** Age at the end of the event's year, by the number's year: the birth date itself may be another (domain 1.1). */
    static @Nullable String ageBand(int birthYear, LocalDate event) {
        int age = event.getYear() - birthYear;
        if (age < 16) {
            return null;
        }
        if (age >= 65) {
            return "65-";
        }
        int from = age < 25 ? 16 : age - (age - 25) % 10;
        return from + "-" + (from == 16 ? 24 : from + 9);
    }
}
