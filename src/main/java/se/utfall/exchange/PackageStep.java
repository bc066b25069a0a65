package se.utfall.exchange;

import java.time.Instant;

/**
 * One step of a package's way.
 *
 * @param kind a state of {@link PackageView}, or {@code RECEIPT} with the status as detail
 * @param detail a status or a code; empty where the kind says all
 */
public record PackageStep(Instant at, String kind, String detail) {}
