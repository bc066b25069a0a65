/**
 * Backups: the database and the hub's folders at one moment, in a file under a passphrase, and the secrets apart, in one copy that is always replaced.
 * <p>In: a hub's places. Out: {@link se.utfall.retention.backup.BackupView}. What is in clear of an order is under the order's secret in the backup, so that it is gone with it.
 */
@NullMarked
package se.utfall.retention.backup;

import org.jspecify.annotations.NullMarked;
