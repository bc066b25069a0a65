package se.utfall.outcome;

/** The event that months are counted from. */
public enum Anchor {
    ENROLMENT_START,
    INTERVENTION_START,
    INTERVENTION_END,
    EXIT,
    ASSIGNED_INDEX,
    UNKNOWN
}
