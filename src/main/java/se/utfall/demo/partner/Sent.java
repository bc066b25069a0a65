package se.utfall.demo.partner;

/**
 * The mark of a package that lies in {@code /out}, or is about to be given its name there; its bytes never change.
 *
 * @param stage of a delivery: {@link Stage}, or the planted {@link Fault}; empty for receipts
 * @param about the package it answers
 * @param aboutSha256 of the answered package, in receipts
 * @param told a receipt's status
 */
record Sent(String name, String sha256, String stage, String about, String aboutSha256, String told) {
    boolean answers(Taken taken, String status) {
        return about.equals(taken.name()) && aboutSha256.equals(taken.sha256()) && told.equals(status);
    }
}
