/**
 * Words for bad news: findings, tasks for a person, and the message bundles.
 * <p>Keeps the table {@code task}. Imports no other room; every room may import it.
 */
@NullMarked
package se.utfall.notice;

import org.jspecify.annotations.NullMarked;
