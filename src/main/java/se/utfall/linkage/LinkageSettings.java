package se.utfall.linkage;

import java.nio.file.Path;

/**
 * Where linked deliveries lie.
 *
 * @param archive folder of sealed linked deliveries
 */
public record LinkageSettings(Path archive) {}
