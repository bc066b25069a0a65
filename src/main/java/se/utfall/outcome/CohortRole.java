package se.utfall.outcome;

/** Whether a person took part or is compared with. */
public enum CohortRole {
    PARTICIPANT,
    COMPARISON,
    UNKNOWN
}
