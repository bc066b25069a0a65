package se.utfall.console.page;

import java.time.Instant;

/**
 * A route paused from the page; as short-lived as the pause itself, which ends with the hub's process.
 *
 * @param reference an errand's number, or empty
 */
public record Pause(String by, Reason reason, String reference, Instant at) {}
