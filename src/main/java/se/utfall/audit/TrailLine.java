package se.utfall.audit;

import java.time.Instant;

/** A line of the trail as people read it: ids, codes and counts. */
public record TrailLine(
        long seq, Instant at, String actor, String roles, String action, String subject, long count, String detail) {}
