package se.utfall;

import java.nio.file.Path;
import java.time.Clock;
import se.utfall.demo.StartedHub;

/** Hubs for tests outside this package, started as the main class starts them. */
public final class TestHubs {
    private TestHubs() {}

    public static StartedHub start(Path config) {
        return Hub.start(SettingsFile.read(config), Clock.systemUTC(), "another hub runs here");
    }
}
