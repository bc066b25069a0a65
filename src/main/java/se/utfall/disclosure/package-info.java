/**
 * Makes tables of persons safe to show.
 * <p>In: a {@link se.utfall.disclosure.FrequencyTable}. Out: a {@link se.utfall.disclosure.ClearedTable}, which nobody else can make. Pure arithmetic: keeps nothing, knows
 * nothing of the other rooms. How many persons there are, in all and in each group, is taken to be known to everybody; nothing hinges on hiding it.
 */
@NullMarked
package se.utfall.disclosure;

import org.jspecify.annotations.NullMarked;
