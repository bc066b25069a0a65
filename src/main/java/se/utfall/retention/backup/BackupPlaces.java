package se.utfall.retention.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.KeySettings;
import se.utfall.store.StoreSettings;

/**
 * Where the parts of a hub lie.
 *
 * @param passphrase file with the backup's passphrase, null when the configuration names none
 * @param secretsCopy the one copy of the secrets, null when the configuration names none
 * @param data the hub's folder
 * @param folders by name: what is backed up besides database and secrets
 * @param ofOrders those of the folders whose content is in clear and named by orders
 * @param journal the embedded broker's folder, null when the broker is another's
 */
public record BackupPlaces(
        @Nullable Path passphrase,
        @Nullable Path secretsCopy,
        Path data,
        Map<String, Path> folders,
        Set<String> ofOrders,
        @Nullable Path journal,
        StoreSettings store,
        KeySettings keys,
        Clock clock) {}
