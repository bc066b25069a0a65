package se.utfall.outcome;

/** The vintage of a table. */
public enum SourceStatus {
    PRELIMINARY,
    FINAL,
    REVISED,
    UNKNOWN
}
