/**
 * Disclosure control: pure mathematics on tables. Only this room makes a {@link se.utfall.disclosure.ClearedTable}.
 * <p>Imports no other room.
 */
@NullMarked
package se.utfall.disclosure;

import org.jspecify.annotations.NullMarked;
