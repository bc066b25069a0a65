/**
 * Words for bad news: findings, tasks for a person, and the message bundles.
 * <p>Keeps {@code task} and {@code task_closed}. Imports no other room; every room may import it.
 */
@NullMarked
package se.utfall.notice;

import org.jspecify.annotations.NullMarked;
