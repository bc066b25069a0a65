package se.utfall.demo.partner;

/**
 * The mark of a package that was taken from {@code /in} and judged, once and for all.
 *
 * @param at moment of taking, ISO 8601: later readings of the same bytes are as of then
 * @param verdict GODKAND or AVVISAD (to be answered), NOTERAD or OGILTIG (receipts)
 * @param reason {@code CODE: text} or empty
 * @param about the package it speaks of, or empty
 * @param told a receipt's status, or empty
 */
record Taken(String name, String sha256, String at, String verdict, String reason, String about, String told) {
    static final String ACCEPTED = "GODKAND";
    static final String REFUSED = "AVVISAD";
    static final String NOTED = "NOTERAD";
    static final String INVALID = "OGILTIG";

    boolean accepted() {
        return verdict.equals(ACCEPTED);
    }

    /** Receipts are not answered. */
    boolean answered() {
        return accepted() || verdict.equals(REFUSED);
    }
}
