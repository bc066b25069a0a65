package se.utfall.demo.partner;

/**
 * How a package is wrapped. The contract lets partners compress, encrypt to themselves as well, and name the literal as they like.
 *
 * @param literalName name of the literal packet
 */
record Envelope(Signing signing, boolean compressed, boolean alsoToSelf, String literalName) {
    /** Plain as the hub's own. */
    static final Envelope PLAIN = new Envelope(Signing.OWN, false, false, "");

    /** All that the contract lets a partner do otherwise. */
    static final Envelope LIBERAL = new Envelope(Signing.OWN, true, true, "leverans.zip");

    /** Who signs. */
    enum Signing {
        OWN,
        /** A key that nobody knows. */
        STRANGER,
        NOBODY
    }

    Envelope by(Signing another) {
        return new Envelope(another, compressed, alsoToSelf, literalName);
    }
}
