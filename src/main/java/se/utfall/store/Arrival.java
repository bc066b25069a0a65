package se.utfall.store;

import java.nio.file.Path;

/**
 * A whole file fetched from a counterpart into the work area; {@code seen} is how its listing showed it. The receiver deletes {@code path}.
 */
public record Arrival(Sighting seen, Path path) {
    public String source() {
        return seen.source();
    }

    public String name() {
        return seen.name();
    }
}
