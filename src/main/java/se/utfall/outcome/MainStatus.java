package se.utfall.outcome;

/** Labour-market status by BAS ({@code SyssStat} 1 to 6). */
public enum MainStatus {
    EMPLOYED,
    UNEMPLOYED,
    STUDENT,
    PENSIONER,
    SICK,
    OTHER,
    UNKNOWN
}
