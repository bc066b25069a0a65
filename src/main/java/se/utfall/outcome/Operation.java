package se.utfall.outcome;

/** What a message does with the record at the consumer. */
public enum Operation {
    UPSERT,
    RETRACT,
    UNKNOWN
}
