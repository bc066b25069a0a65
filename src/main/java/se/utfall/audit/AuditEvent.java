package se.utfall.audit;

import se.utfall.store.ActingUser;

/**
 * One event.
 *
 * @param action verb in the trail's vocabulary, for example {@code ORDER_FROZEN}
 * @param subject an id: file, order, package, delivery; never a person
 * @param count how many rows or persons it touched, 0 where that says nothing
 * @param detail ids, hashes and codes only
 */
public record AuditEvent(ActingUser actor, String action, String subject, long count, String detail) {}
