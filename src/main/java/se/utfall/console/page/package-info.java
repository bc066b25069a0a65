/**
 * What the operator's page shows, and how it is worded: a picture of the hub at one moment, the lamp made of it, and the templates of {@code src/main/jte}.
 * <p>In: the rooms' own views. Out: HTML as text. Keeps nothing. Public because templates are compiled into a package of their own; only {@code console} imports it.
 */
@NullMarked
package se.utfall.console.page;

import org.jspecify.annotations.NullMarked;
