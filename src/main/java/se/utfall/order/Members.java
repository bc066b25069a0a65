package se.utfall.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.utfall.keys.KeyedHash;
import se.utfall.outcome.PersonKey;
import se.utfall.register.Spell;
import se.utfall.register.SpellQuery;

/** Gathers spells to one anchor per person, leaves out who may not be ordered, and gives running numbers 1..n in the order of a keyed hash. */
final class Members {
    private final SpellQuery query;
    private final Map<PersonKey, Member> best = new HashMap<>();
    private int spells;

    private Members(SpellQuery query) {
        this.query = query;
    }

    /**
     * @param freezeDay no event after it counts
     * @param key gives the order of the running numbers
     */
    static Population gather(PersonSource source, SpellQuery asked, LocalDate freezeDay, KeyedHash key) {
        LocalDate to = asked.to().isAfter(freezeDay) ? freezeDay : asked.to();
        SpellQuery query = new SpellQuery(asked.event(), asked.measureTypes(), asked.from(), to);
        Members members = new Members(query);
        source.eachSpell(query, members::add);
        return members.population(key);
    }

    /**
     * As {@link #gather}, with comparison persons: nobody is both.
     *
     * @param draw decides the comparison persons' index dates
     */
    static Population study(PersonSource source, SpellQuery asked, LocalDate freezeDay, KeyedHash key, KeyedHash draw) {
        LocalDate to = asked.to().isAfter(freezeDay) ? freezeDay : asked.to();
        Members members = new Members(new SpellQuery(asked.event(), asked.measureTypes(), asked.from(), to));
        source.eachSpell(members.query, members::add);
        Comparison comparison = new Comparison(members.eventDays(), freezeDay, draw);
        source.eachMeasure(freezeDay, measure -> {
            if (asked.measureTypes().isEmpty() || asked.measureTypes().contains(measure.type())) {
                comparison.begun(measure.person(), measure.start());
            }
        });
        source.eachEnrolmentSpell(freezeDay, enrolment -> {
            if (!members.best.containsKey(enrolment.person())) {
                comparison.enrolled(enrolment);
            }
        });
        for (Member member : comparison.drawn()) {
            members.best.put(member.person(), member);
            members.spells++;
        }
        return members.population(key);
    }

    /** Of those who can be ordered, sorted. */
    private int[] eventDays() {
        return best.values().stream()
                .filter(Member::orderable)
                .mapToInt(m -> (int) m.event().toEpochDay())
                .sorted()
                .toArray();
    }

    private void add(Spell spell) {
        Member member = Member.of(spell, query.event());
        if (member == null || member.event().isAfter(query.to())) {
            return;
        }
        spells++;
        best.merge(member.person(), member, (known, next) -> next.before(known) ? next : known);
    }

    private Population population(KeyedHash key) {
        List<Member> ordered = new ArrayList<>(best.size());
        int protectedExcluded = 0;
        int annulled = 0;
        int flagged = 0;
        for (Member member : best.values()) {
            Spell.Standing standing = member.spell().standing();
            if (standing.protectedPerson()) {
                protectedExcluded++;
            } else if (standing.annulled()) {
                annulled++;
            } else if (!member.spell().usable()) {
                flagged++;
            } else {
                member.orderedBy(key.of(member.person().bytes()));
                ordered.add(member);
            }
        }
        ordered.sort(Comparator.comparing(Member::order, Arrays::compareUnsigned));
        return new Population(
                List.copyOf(ordered),
                new OrderView.Funnel(spells, best.size(), ordered.size(), protectedExcluded, annulled, flagged));
    }

    /** In the order of the running numbers: the first is number 1. */
    record Population(List<Member> members, OrderView.Funnel funnel) {
        int comparison() {
            return (int) members.stream().filter(Member::comparison).count();
        }
    }
}
