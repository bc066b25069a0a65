package se.utfall.register;

import se.utfall.outcome.PersonKey;

/**
 * Something happened to a person that orders must know.
 *
 * @param other the surviving person of a merge, the person that {@code person} was held to be until a separation, else the person itself
 */
public record PersonEvent(long id, Kind kind, PersonKey person, PersonKey other) {
    /** What. */
    public enum Kind {
        PROTECTED,
        MERGED,
        /** A number change was corrected or taken back: two who were held to be one person are two again. */
        SEPARATED,
        DECEASED,
        /** Emigrated, or of unknown whereabouts (OB). */
        EMIGRATED,
        ANNULLED
    }
}
