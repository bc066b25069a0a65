/**
 * The operator's page and API, health and metrics; users and sessions; the command line in {@code console.command}.
 * <p>May import the doors of all rooms. Keeps user and session.
 */
@NullMarked
package se.utfall.console;

import org.jspecify.annotations.NullMarked;
