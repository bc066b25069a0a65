package se.utfall.notice;

import java.time.Instant;

/** A task that a person closed, when and why. */
public record ClosedTask(Task task, Instant closedAt, String by, ClosingReason reason, Reference reference) {}
