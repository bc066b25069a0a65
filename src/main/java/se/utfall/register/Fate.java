package se.utfall.register;

/** What became of a row that the register took. */
enum Fate {
    LOADED,
    REPLACED,
    UNCHANGED,
    SUPERSEDED,
    REMOVED
}
