/**
 * The database, its migrations and transactions, and the private work area.
 * <p>In: settings. Out: {@link se.utfall.store.Database}, {@link se.utfall.store.WorkArea}. Imports no other room; every room may import it.
 */
@NullMarked
package se.utfall.store;

import org.jspecify.annotations.NullMarked;
