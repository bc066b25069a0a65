package se.utfall.order;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import se.utfall.register.CurrentStanding;
import se.utfall.register.EnrolmentPeriod;
import se.utfall.register.MeasurePeriod;
import se.utfall.register.PersonEvent;
import se.utfall.register.Register;
import se.utfall.register.Spell;
import se.utfall.register.SpellQuery;

/** What this room asks of the register. */
interface PersonSource {
    void eachSpell(SpellQuery query, Consumer<Spell> consumer);

    void eachEnrolmentSpell(LocalDate to, Consumer<Spell> consumer);

    void eachEnrolment(LocalDate to, Consumer<EnrolmentPeriod> consumer);

    void eachMeasure(LocalDate to, Consumer<MeasurePeriod> consumer);

    void eachPerson(Consumer<CurrentStanding> consumer);

    List<PersonEvent> eventsAfter(Handle handle, long afterId, int limit);

    static PersonSource of(Register register) {
        return new PersonSource() {
            @Override
            public void eachSpell(SpellQuery query, Consumer<Spell> consumer) {
                register.eachSpell(query, consumer);
            }

            @Override
            public void eachEnrolmentSpell(LocalDate to, Consumer<Spell> consumer) {
                register.eachEnrolmentSpell(to, consumer);
            }

            @Override
            public void eachEnrolment(LocalDate to, Consumer<EnrolmentPeriod> consumer) {
                register.eachEnrolment(to, consumer);
            }

            @Override
            public void eachMeasure(LocalDate to, Consumer<MeasurePeriod> consumer) {
                register.eachMeasure(to, consumer);
            }

            @Override
            public void eachPerson(Consumer<CurrentStanding> consumer) {
                register.eachPerson(consumer);
            }

            @Override
            public List<PersonEvent> eventsAfter(Handle handle, long afterId, int limit) {
                return register.eventsAfter(handle, afterId, limit);
            }
        };
    }
}
