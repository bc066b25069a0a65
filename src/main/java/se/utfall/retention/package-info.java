/**
 * Asks every room to forget, with proof. Empty in this version.
 */
@NullMarked
package se.utfall.retention;

import org.jspecify.annotations.NullMarked;
