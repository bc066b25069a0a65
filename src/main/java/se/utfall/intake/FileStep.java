package se.utfall.intake;

import java.time.Instant;

/**
 * One step of a file's way through the room.
 *
 * @param by the hub, or who decided
 * @param detail a code, a count, a reason; empty where the kind says all
 */
public record FileStep(Instant at, Kind kind, String by, String detail) {
    /** What happened. */
    public enum Kind {
        /** It lay at its source as it was then taken. */
        SEEN,
        PULLED,
        ARCHIVED,
        CHECKED,
        QUARANTINED,
        UNCHANGED,
        RELEASED,
        REJECTED,
        LOADED,
        REJECTS_WRITTEN,
        /** A full file: its absent keys wait for people. */
        REMOVAL_WAITS,
        REMOVAL_CONFIRMED,
        REMOVAL_DECLINED,
        /** A later full file was loaded before anybody decided. */
        REMOVAL_OVERTAKEN
    }
}
