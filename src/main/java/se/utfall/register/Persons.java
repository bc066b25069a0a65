package se.utfall.register;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.outcome.PersonKey;

/** Person keys: random, handed out once, never changed. */
final class Persons {
    private static final String INSERT =
            "INSERT INTO person (person_id, made_no, person_key, current_id, number_id, forked,"
                    + " stated, protected, annulled) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Persons() {}

    /** Makes a person for each of these numbers; the person's id is the number's. */
    static void insert(Handle handle, Head head, Collection<Integer> numbers) {
        Sql.batch(handle, INSERT, numbers, (statement, number) -> {
            byte[] key = new byte[PersonKey.LENGTH];
            RANDOM.nextBytes(key);
            Sql.set(statement, 1, number, head.nextPerson(), key, number, number);
        });
    }

    /** Whose these numbers are; a number that is nobody's is left out. */
    static Map<Integer, Integer> ofNumbers(Handle handle, Collection<Integer> numbers) {
        Map<Integer, Integer> persons = new HashMap<>();
        Sql.each(
                handle,
                "SELECT number_id, person_id FROM person_number WHERE person_id IS NOT NULL AND number_id IN (<in>)",
                numbers,
                row -> persons.put(row.getInt(1), row.getInt(2)));
        return persons;
    }

    /** The numbers of these persons, with whose they are. */
    static Map<Integer, Integer> numbersOf(Handle handle, Collection<Integer> persons) {
        Map<Integer, Integer> numbers = new HashMap<>(persons.size() * 2);
        Sql.each(
                handle,
                "SELECT number_id, person_id FROM person_number WHERE person_id IN (<in>)",
                persons,
                row -> numbers.put(row.getInt(1), row.getInt(2)));
        return numbers;
    }

    static Optional<Integer> find(Handle handle, PersonKey key) {
        return handle.createQuery("SELECT current_id FROM person WHERE person_key = :k")
                .bind("k", key.bytes())
                .mapTo(Integer.class)
                .findOne();
    }
}
