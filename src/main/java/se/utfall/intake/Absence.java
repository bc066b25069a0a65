package se.utfall.intake;

/** What becomes of the keys that a loaded full file does not hold, when they were not removed by themselves; null in the table while nobody need decide. */
enum Absence {
    /** More than a tenth would go: people decide. */
    MANY,
    /** A row's key could not be read and may be one of them: they cannot be removed by this file. */
    UNREADABLE,
    CONFIRMED,
    KEPT,
    /** A later full file speaks for the type. */
    OVERTAKEN
}
