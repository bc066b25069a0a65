package se.utfall.disclosure;

/** One of the states that a person can be in on an occasion; exactly one holds. */
public record State(String name, Kind kind) {
    /** How a state counts. */
    public enum Kind {
        /** Has the property that the share is of; in the base. */
        COUNTED,
        /** Has it not, or nothing is said of it; in the base. */
        REST,
        /** Outside the base for a reason that says something of the person. */
        PERSON,
        /** Outside the base for a reason that lies with the source or the calendar. */
        SOURCE
    }

    boolean inBase() {
        return kind == Kind.COUNTED || kind == Kind.REST;
    }
}
