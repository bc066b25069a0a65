package se.utfall.linkage;

import java.nio.file.Path;

/**
 * Where linked deliveries lie, and where results go.
 *
 * @param archive folder of sealed linked deliveries
 * @param results folder that delivered aggregates are written out to, one folder per delivery, for statisticians
 */
public record LinkageSettings(Path archive, Path results) {}
