/**
 * Disclosure control: pure arithmetic on tables.
 * <p>In: a {@link se.utfall.disclosure.FrequencyTable} and {@link se.utfall.disclosure.DisclosureRules}. Out: a {@link se.utfall.disclosure.ClearedTable}, which only
 * {@link se.utfall.disclosure.Disclosure} makes. What is withheld is found in {@code Sensitive}; {@code Protecting} withholds more until each withheld figure could be enough
 * different numbers, shown by {@code Shifts}. Keeps nothing and imports no other room; {@code dataset} and the windows may import it.
 */
@NullMarked
package se.utfall.disclosure;

import org.jspecify.annotations.NullMarked;
