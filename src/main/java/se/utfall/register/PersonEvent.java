package se.utfall.register;

import se.utfall.outcome.PersonKey;

/** Something happened to a person that orders must know. {@code other} is the surviving person of a merge, else the person itself. */
public record PersonEvent(long id, Kind kind, PersonKey person, PersonKey other) {
    /** What. */
    public enum Kind {
        PROTECTED,
        MERGED,
        DECEASED,
        EMIGRATED,
        ANNULLED
    }
}
