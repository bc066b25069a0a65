package se.utfall.linkage;

import java.util.ArrayList;
import java.util.List;
import se.utfall.outcome.Observation;

/** What is known of a person in a covered slot (contract 2, Absence): the observation, its values and its quality flags. */
final class Observing {
    private final BlockValues values = new BlockValues();
    private final List<String> flags = new ArrayList<>(2);
    private final Observation observation;

    private Observing(Slot slot, DeliverySource source, DeliverySource.Open table, int position, PersonFacts person) {
        boolean linked = table.cursor().state(position, TableGrid.LINKED);
        boolean setAside = !linked && table.cursor().state(position, TableGrid.SET_ASIDE);
        boolean outside = table.mapping().onlyPersonnummer() && !person.personnummer();
        boolean dead = slot.after(person.deceasedOn());
        boolean abroad = slot.after(person.emigratedOn());
        if (linked) {
            observation = Observation.OBSERVED;
            table.meaning().observed(position, values, flags);
            flag("DUPLICATE_RESOLVED", table.cursor().state(position, TableGrid.CHOSEN));
            flag("OUTSIDE_COVERAGE", outside);
            flag("AFTER_DEATH", dead);
            flag("AFTER_EMIGRATION", abroad);
        } else if (dead || abroad || outside || setAside) {
            flag("ROW_SET_ASIDE", setAside);
            observation = dead
                    ? Observation.DECEASED
                    : abroad ? Observation.EMIGRATED : outside ? Observation.NOT_APPLICABLE : Observation.NOT_LINKED;
        } else {
            observation = absent(slot, source, table);
        }
    }

    static Observing of(Slot slot, DeliverySource source, StoredDelivery.Period period, PersonFacts person) {
        return new Observing(slot, source, source.table(period.table()), period.position(), person);
    }

    private Observation absent(Slot slot, DeliverySource source, DeliverySource.Open table) {
        if (table.mapping().absence().rule() == Mapping.AbsenceRule.PERIOD) {
            table.meaning().absent(values);
            return Observation.OBSERVED_ABSENT;
        }
        return source.linkedAnywhere(slot.register()) ? Observation.OBSERVED_ABSENT : Observation.NOT_LINKED;
    }

    private void flag(String flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    Observation observation() {
        return observation;
    }

    BlockValues values() {
        return values;
    }

    List<String> flags() {
        return List.copyOf(flags);
    }
}
