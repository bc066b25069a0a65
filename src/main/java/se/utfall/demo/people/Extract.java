package se.utfall.demo.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The nights on which the case system exports: everything once, then what changed. */
enum Extract {
    FIRST(0, "2026-11-01T02:00:00+01:00", "full"),
    SECOND(1, "2026-11-08T02:00:00+01:00", "delta"),
    THIRD(2, "2026-11-15T02:00:00+01:00", "delta");

    private final int number;
    private final OffsetDateTime taken;
    private final String scope;

    Extract(int number, String taken, String scope) {
        this.number = number;
        this.taken = OffsetDateTime.parse(taken);
        this.scope = scope;
    }

    /** From 0. */
    int number() {
        return number;
    }

    OffsetDateTime taken() {
        return taken;
    }

    LocalDate day() {
        return taken.toLocalDate();
    }

    String scope() {
        return scope;
    }

    /** A working hour of the week before this extract. */
    String changedBefore(Dice dice) {
        return Stamps.at(day().minusDays(dice.between(1, 5)), dice);
    }
}
