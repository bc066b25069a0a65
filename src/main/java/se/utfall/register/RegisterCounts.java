package se.utfall.register;

import java.util.Map;

/**
 * What the register holds, without naming anyone.
 *
 * @param current rows that count now, by type; number changes by old number
 * @param persons who count now; a merged one counts once
 * @param mergedKeys keys that stand for another person now
 * @param forked persons of whom the latest number change names two new numbers
 * @param waiting rows that refer to an enrolment or measure not yet known, by type
 * @param anotherPersons rows that refer to an id of another person, by type
 */
public record RegisterCounts(
        Map<FactType, Long> current,
        long persons,
        long mergedKeys,
        long protectedPersons,
        long annulled,
        long deceased,
        long emigrated,
        long forked,
        Map<FactType, Long> waiting,
        Map<FactType, Long> anotherPersons) {

    public RegisterCounts {
        current = Map.copyOf(current);
        waiting = Map.copyOf(waiting);
        anotherPersons = Map.copyOf(anotherPersons);
    }

    public long current(FactType type) {
        return current.getOrDefault(type, 0L);
    }
}
