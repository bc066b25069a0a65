package se.utfall.register;

import org.jdbi.v3.core.Handle;

/** The last ids given. Taking it waits for whoever else is changing the register, until that transaction ends. */
final class Head {
    private int numbers;
    private int persons;
    private int events;

    private Head(int numbers, int persons, int events) {
        this.numbers = numbers;
        this.persons = persons;
        this.events = events;
    }

    static Head take(Handle handle) {
        return handle.createQuery(
                        "UPDATE register_head SET numbers = numbers WHERE id = 1 RETURNING numbers, persons, events")
                .map((row, c) -> new Head(row.getInt(1), row.getInt(2), row.getInt(3)))
                .one();
    }

    int nextNumber() {
        return ++numbers;
    }

    int nextPerson() {
        return ++persons;
    }

    int nextEvent() {
        return ++events;
    }

    void put(Handle handle) {
        handle.createUpdate("UPDATE register_head SET numbers = :n, persons = :p, events = :e WHERE id = 1")
                .bind("n", numbers)
                .bind("p", persons)
                .bind("e", events)
                .execute();
    }
}
