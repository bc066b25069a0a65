package se.utfall.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens secret stores for tests. */
final class Stores {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private Stores() {}

    static SecretStore open(Path folder) {
        return open(folder, null);
    }

    static SecretStore open(Path folder, @Nullable Path passphrase) {
        return SecretStore.open(new KeySettings(folder, passphrase, folder.resolve("none"), null, Map.of()), CLOCK);
    }
}
