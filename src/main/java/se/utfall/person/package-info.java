/**
 * Words: the personal number, its kinds, and protected status.
 * <p>Imports no other room. Only {@code person}, {@code intake}, {@code register} and {@code order} may name a {@link se.utfall.person.PersonalNumber}.
 */
@NullMarked
package se.utfall.person;

import org.jspecify.annotations.NullMarked;
