package se.utfall.demo.people;

/** What the made-up export holds on purpose, and what the contract lets the receiver do with it. */
public enum Plant {
    BAD_CHECK_DIGIT(Effect.ROW_REJECTED),
    IMPOSSIBLE_DATE(Effect.ROW_REJECTED),
    UNKNOWN_CODE(Effect.ROW_REJECTED),
    END_BEFORE_START(Effect.ROW_REJECTED),
    FIELD_COUNT(Effect.ROW_REJECTED),
    VALUE_OUTSIDE_SCALE(Effect.ROW_REJECTED),
    BAD_AMOUNT(Effect.ROW_REJECTED),
    TF_NUMBER(Effect.UNLINKABLE),
    EMPTY_NUMBER(Effect.UNLINKABLE),
    WRONG_HASH(Effect.FILE_QUARANTINED),
    UNKNOWN_ENROLMENT(Effect.ROW_LOADED),
    UNKNOWN_CAUSE(Effect.ROW_LOADED),
    BLANKS_AROUND(Effect.ROW_LOADED),
    CORRECTED(Effect.ROW_LOADED),
    IDENTICAL(Effect.ROW_LOADED),
    SUPERSEDED(Effect.ROW_LOADED),
    REMOVED(Effect.ROW_LOADED),
    BROUGHT_BACK(Effect.ROW_LOADED),
    NUMBER_CHANGED(Effect.PERSON),
    TWO_BECAME_ONE(Effect.PERSON),
    DEAD(Effect.PERSON),
    EMIGRATED(Effect.PERSON),
    OTHERWISE_GONE(Effect.PERSON),
    PROTECTED(Effect.PERSON),
    PROTECTION_UNKNOWN(Effect.PERSON);

    /** What follows from a plant; persons are counted once, the others by row or file. */
    public enum Effect {
        ROW_REJECTED,
        UNLINKABLE,
        FILE_QUARANTINED,
        ROW_LOADED,
        PERSON
    }

    private final Effect effect;

    Plant(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }
}
