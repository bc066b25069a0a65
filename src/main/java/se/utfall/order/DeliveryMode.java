package se.utfall.order;

/** How the partner answers: row files to the hub, aggregates from its own secure environment, or to the researchers. */
public enum DeliveryMode {
    FILE("FIL"),
    MONA("MONA"),
    IFAU("IFAU");

    private final String word;

    DeliveryMode(String word) {
        this.word = word;
    }

    /** As {@code leveranssatt} says it. */
    public String word() {
        return word;
    }
}
