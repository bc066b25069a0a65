/**
 * Asks every room to forget an order, with proof.
 * <p>In: an order and the reference of a decision. Out: {@link se.utfall.retention.DisposalView} and a signed certificate. Keeps {@code disposal}, and beside the secrets
 * a journal of what was disposed of, by which a database put back from an older backup is made to forget again. {@code retention.backup} makes and lays back backups.
 * Route: {@code routes/retention.camel.yaml}.
 */
@NullMarked
package se.utfall.retention;

import org.jspecify.annotations.NullMarked;
