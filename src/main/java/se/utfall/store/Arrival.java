package se.utfall.store;

import java.nio.file.Path;

/** A whole file fetched from a counterpart into the work area; {@code name} is its name at the source. The receiver deletes {@code path}. */
public record Arrival(String source, String name, Path path) {}
