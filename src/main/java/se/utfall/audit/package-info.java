/**
 * A chained trail of what people and the hub did: ids and counts only.
 * <p>Keeps {@code audit_event}. May import words and store.
 */
@NullMarked
package se.utfall.audit;

import org.jspecify.annotations.NullMarked;
