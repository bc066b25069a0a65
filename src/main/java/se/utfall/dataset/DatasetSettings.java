package se.utfall.dataset;

import java.nio.file.Path;

/**
 * Where datasets are written, and how much memory their worker has.
 *
 * @param folder where dataset folders are written
 * @param workerMemory DuckDB's memory limit, for example 512MB
 */
public record DatasetSettings(Path folder, String workerMemory) {}
