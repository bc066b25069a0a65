package se.utfall.outcome;

/** What is known of a person in a register and period (contract 3). Unknown is never zero. */
public enum Observation {
    OBSERVED,
    OBSERVED_ABSENT,
    NOT_YET_OBSERVED,
    SOURCE_NOT_DELIVERED,
    NOT_LINKED,
    DECEASED,
    EMIGRATED,
    PROTECTED_EXCLUDED,
    NOT_APPLICABLE,
    UNKNOWN
}
