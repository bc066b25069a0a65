/**
 * The operators' page, health and metrics over HTTP; users and sessions. The words and templates are in {@code console.page}, the command line in {@code console.command}.
 * <p>In: the rooms' doors. Out: HTML, JSON, Prometheus text. Everything but the way in asks for a login; acts of people are audited. May import the doors of all
 * rooms; only the main class and demo import it. Keeps user and session.
 */
@NullMarked
package se.utfall.console;

import org.jspecify.annotations.NullMarked;
