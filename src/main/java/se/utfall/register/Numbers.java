package se.utfall.register;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;

/**
 * The personal numbers of one batch: those known before, and those that become known because a row that counts speaks of them. A number of the city's
 * own rows stands for a person from then on; one that only a number change or a deregistration names does not.
 */
final class Numbers {
    private static final String FIND =
            "SELECT number_hash, number_id, person_id, used FROM person_number WHERE number_hash IN (<in>)";
    private static final String INSERT =
            "INSERT INTO person_number (number_id, number_hash, sealed, next_id, forked, used,"
                    + " person_id) VALUES (?, ?, ?, NULL, 0, ?, ?)";
    private final Identities identities;
    private final Head head;
    private final Map<PersonalNumber, Entry> entries = new HashMap<>();
    private final List<Entry> fresh = new ArrayList<>();
    private final List<Integer> newlyUsed = new ArrayList<>();
    private final List<Integer> orphans = new ArrayList<>();

    /** One number; {@code id} 0 until it has one, {@code person} 0 until it has one. */
    private static final class Entry {
        private final PersonalNumber number;
        private final byte[] hash;
        private boolean stored;
        private int id;
        private int person;
        private boolean used;

        private Entry(PersonalNumber number, byte[] hash) {
            this.number = number;
            this.hash = hash;
        }
    }

    Numbers(Identities identities, Head head) {
        this.identities = identities;
        this.head = head;
    }

    /** The number's keyed hash, computed once a batch. */
    byte[] hash(PersonalNumber number) {
        return entries.computeIfAbsent(number, n -> new Entry(n, identities.hash(n))).hash;
    }

    /** Finds what the database knows of all numbers hashed so far. */
    void find(Handle handle) {
        Map<ByteBuffer, Entry> byHash = new HashMap<>(entries.size() * 2);
        entries.values().forEach(e -> byHash.put(ByteBuffer.wrap(e.hash), e));
        List<byte[]> hashes = entries.values().stream().map(e -> e.hash).toList();
        Sql.each(handle, FIND, hashes, row -> {
            Entry entry = byHash.get(ByteBuffer.wrap(row.getBytes(1)));
            if (entry != null) {
                entry.stored = true;
                entry.id = row.getInt(2);
                entry.person = row.getInt(3);
                entry.used = row.getInt(4) == 1;
            }
        });
    }

    /** The number's id, given now if it has none. */
    int take(@Nullable PersonalNumber number, boolean used) {
        Entry entry = number == null ? null : entries.get(number);
        if (entry == null) {
            return 0;
        }
        if (entry.id == 0) {
            entry.id = head.nextNumber();
            fresh.add(entry);
        }
        if (used && !entry.used) {
            use(entry);
        }
        return entry.id;
    }

    private void use(Entry entry) {
        entry.used = true;
        if (!entry.stored) {
            entry.person = entry.id;
            return;
        }
        newlyUsed.add(entry.id);
        if (entry.person == 0) {
            orphans.add(entry.id);
        }
    }

    /** Writes what is new. Returns the numbers that are used now and have no person yet, because only a number change spoke of them. */
    List<Integer> write(Handle handle) {
        Sql.batch(
                handle,
                INSERT,
                fresh,
                (statement, entry) -> Sql.set(
                        statement,
                        1,
                        entry.id,
                        entry.hash,
                        identities.seal(entry.number, entry.hash),
                        entry.used ? 1 : 0,
                        entry.person == 0 ? null : (Integer) entry.person));
        Persons.insert(
                handle, head, fresh.stream().filter(e -> e.used).map(e -> e.id).toList());
        Sql.update(handle, "UPDATE person_number SET used = 1 WHERE number_id IN (<in>)", newlyUsed);
        return orphans;
    }
}
