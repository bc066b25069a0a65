/**
 * Words: the outcome record, its observation states and periods, and its Avro form ({@code schemas/outcome-record.avsc}).
 * <p>Imports no other room; every room may import it.
 */
@NullMarked
package se.utfall.outcome;

import org.jspecify.annotations.NullMarked;
