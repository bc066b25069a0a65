/**
 * The city's own facts: persons (sealed), enrolments, measures, exits, ratings, costs, number changes, deregistrations.
 * <p>In: facts from intake. Out: population queries to order, costs and ratings without numbers. Writes {@code person_event} in the same transaction.
 * Facts are tied to persons by the keyed hash of their number, resolved through {@code person_number}, so a merge rewrites no fact.
 * <p>Keeps the tables of {@code V010__register.sql}. No route. May be imported by intake, order and dataset.
 */
@NullMarked
package se.utfall.register;

import org.jspecify.annotations.NullMarked;
