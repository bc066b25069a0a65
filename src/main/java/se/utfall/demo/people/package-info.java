/**
 * The stand-in for the case system: made-up people with official test numbers, and the files it exports about them.
 * A seed and a number of persons in, the seven file types with manifests in a folder out; the same seed gives the same bytes.
 * Imports nothing of the hub: it is written from the contract, and its duplication is wanted.
 */
@NullMarked
package se.utfall.demo.people;

import org.jspecify.annotations.NullMarked;
