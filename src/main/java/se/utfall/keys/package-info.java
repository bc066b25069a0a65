/**
 * Key rings, secrets, sealing and keyed hashes.
 * <p>Keeps the secrets in a store of their own, apart from the database and its backups. May import audit, words and store.
 */
@NullMarked
package se.utfall.keys;

import org.jspecify.annotations.NullMarked;
