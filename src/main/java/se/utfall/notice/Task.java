package se.utfall.notice;

import java.time.Instant;

/**
 * Something a person must do. {@code key} names it once: raising the same key again changes nothing while it is open.
 *
 * @param code what kind; the room's bundle holds {@code task.<code>} with one placeholder, the subject
 * @param subject an id (file name, order, delivery), never a person
 */
public record Task(String key, String room, String code, String subject, Instant raisedAt) {}
