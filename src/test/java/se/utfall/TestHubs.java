package se.utfall;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import se.utfall.console.command.House.DemoDatabase;
import se.utfall.demo.StartedHub;
import se.utfall.keys.KeySettings;
import se.utfall.retention.backup.Backups;
import se.utfall.store.StoreSettings;
import se.utfall.store.TestDatabase;

/** Hubs for tests outside this package, started as the main class starts them. */
public final class TestHubs {
    private TestHubs() {}

    /** Where a demo in this folder keeps the hub's state: in a file of the folder, or where the tests' databases are. */
    public static @Nullable DemoDatabase database(Path data) {
        if (!TestDatabase.isPostgres()) {
            return null;
        }
        StoreSettings settings = TestDatabase.settings(data);
        return new DemoDatabase(settings.url(), settings.user(), settings.passwordFile());
    }

    /** What the configuration says of backups. */
    public static Backups backups(Path config) {
        return new Backups(SettingsFile.read(config).backup());
    }

    public static KeySettings keys(Path config) {
        return SettingsFile.read(config).keys();
    }

    public static StartedHub start(Path config) {
        return Hub.start(SettingsFile.read(config), Clock.systemUTC(), "another hub runs here");
    }
}
