package se.utfall.linkage;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Streams records by running number, register and period; holds one person at a time. */
final class LinkedRecords implements RecordStream {
    private final int population;
    private final List<Slot> slots;
    private final List<DeliverySource> sources;
    private final IntPredicate recalled;
    private final People people;
    private final RecordMaking making;
    private int number;
    private int next;
    private RecordMaking.@Nullable Who who;

    /** The facts of the person at hand where a slot has no delivery of its own. */
    @FunctionalInterface
    interface People {
        PersonFacts facts(int runningNumber);
    }

    /** @param slots in the order in which each person's records come */
    LinkedRecords(
            int population,
            List<Slot> slots,
            List<DeliverySource> sources,
            IntPredicate recalled,
            People people,
            RecordMaking making) {
        this.population = population;
        this.slots = slots;
        this.sources = sources;
        this.recalled = recalled;
        this.people = people;
        this.making = making;
        this.next = slots.size();
    }

    @Override
    public @Nullable LinkedRecord next() {
        if (next == slots.size() && !nextPerson()) {
            return null;
        }
        Slot slot = slots.get(next++);
        RecordMaking.Who known = who(slot);
        return new LinkedRecord(number, known.group(), making.record(slot, known), slot.beside());
    }

    @Override
    public void skip(long records) {
        long left = records;
        while (left > 0 && (next < slots.size() || nextPerson())) {
            int step = (int) Math.min(left, slots.size() - next);
            next += step;
            left -= step;
        }
    }

    private boolean nextPerson() {
        if (slots.isEmpty()) {
            return false;
        }
        while (number < population) {
            number++;
            sources.forEach(DeliverySource::advance);
            if (!recalled.test(number)) {
                next = 0;
                who = null;
                return true;
            }
        }
        return false;
    }

    /** The same person by another delivery's facts keeps pseudonym and group; identity tells the facts apart, their content need not be compared. */
    @SuppressWarnings("ReferenceEquality")
    private RecordMaking.Who who(Slot slot) {
        DeliverySource source = slot.source();
        PersonFacts facts = source == null ? people.facts(number) : source.person();
        RecordMaking.Who known = who;
        if (known == null) {
            known = making.who(facts);
        } else if (known.facts() != facts) {
            known = new RecordMaking.Who(facts, known.pseudonym(), known.group());
        }
        who = known;
        return known;
    }

    @Override
    public void close() {
        sources.forEach(DeliverySource::close);
    }
}
