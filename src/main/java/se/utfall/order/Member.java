package se.utfall.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;
import se.utfall.register.Spell;
import se.utfall.register.SpellQuery;

/** A person who may be in the population, with the best spell seen so far; the running number comes when all are known. */
final class Member {
    private final Spell spell;
    private final LocalDate event;
    private final boolean comparison;
    private byte[] order = new byte[0];

    private Member(Spell spell, LocalDate event, boolean comparison) {
        this.spell = spell;
        this.event = event;
        this.comparison = comparison;
    }

    /** Null when the spell has no event: it still runs. */
    static @Nullable Member of(Spell spell, SpellQuery.Event kind) {
        LocalDate event = kind == SpellQuery.Event.MEASURE_START ? spell.start() : spell.end();
        return event == null ? null : new Member(spell, event, false);
    }

    /** A comparison person: the enrolment, ended by the assigned index date. */
    static Member comparison(Spell enrolment, LocalDate index) {
        Spell spell = new Spell(
                enrolment.person(),
                enrolment.number(),
                enrolment.id(),
                null,
                null,
                enrolment.start(),
                index,
                enrolment.usable(),
                enrolment.standing(),
                enrolment.background());
        return new Member(spell, index, true);
    }

    /** One anchor per person: usable before flagged, then the latest event, then the id that sorts first. */
    boolean before(Member other) {
        if (spell.usable() != other.spell.usable()) {
            return spell.usable();
        }
        int byDate = event.compareTo(other.event);
        return byDate != 0 ? byDate > 0 : spell.id().compareTo(other.spell.id()) < 0;
    }

    void orderedBy(byte[] hash) {
        order = hash;
    }

    byte[] order() {
        return order;
    }

    /** Neither protected nor annulled, and not flagged. */
    boolean orderable() {
        return spell.usable()
                && !spell.standing().protectedPerson()
                && !spell.standing().annulled();
    }

    boolean comparison() {
        return comparison;
    }

    Spell spell() {
        return spell;
    }

    LocalDate event() {
        return event;
    }

    PersonKey person() {
        return spell.person();
    }
}
