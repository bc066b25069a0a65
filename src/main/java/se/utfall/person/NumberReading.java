package se.utfall.person;

/** The answer to reading a text as a personal number. */
public sealed interface NumberReading {
    /** A linkable number. */
    record Read(PersonalNumber number) implements NumberReading {}

    /** A known kind that no register links on, or no number at all. */
    record Unlinkable(NumberKind kind) implements NumberReading {}

    /** Not a number: a stable code such as {@code NUMMER_KONTROLLSIFFRA}. Never carries the text. */
    record Refused(NumberFault fault) implements NumberReading {}
}
