package se.utfall.demo.partner;

/** What a delivery that must be refused has wrong with it. */
public enum Fault {
    /** Signed by a key that nobody knows. */
    WRONG_SIGNER,
    UNSIGNED,
    /** One bit is another. */
    TAMPERED,
    /** The last third is missing. */
    TRUNCATED,
    /** The manifest gives a file another hash. */
    WRONG_HASH,
    /** The manifest gives a file one row more. */
    WRONG_ROWS,
    /** One file is not in the manifest. */
    EXTRA_FILE,
    /** The last delivery's name and sequence, other content. */
    REPLAY,
    /** The first table lacks an ordered variable. */
    MISSING_ORDERED_COLUMN,
    /** Preliminary figures for months that the second delivery made definitive. */
    PREL_AFTER_DEF,
    /** Named for this order, but its manifest speaks of another. */
    OTHER_ORDER
}
