package se.utfall.dataset;

import java.nio.file.Path;

/**
 * Where datasets are written, and how much memory their worker has.
 *
 * @param folder where dataset folders are written
 * @param workerMemory DuckDB's memory limit, for example 512MB
 * @param excelRows a dataset with more rows gets no workbook of them; the tables' workbook is always made
 */
public record DatasetSettings(Path folder, String workerMemory, long excelRows) {
    /** Several sheets, some minutes, a few hundred megabytes. */
    public static final long EXCEL_ROWS = 3_000_000;

    public DatasetSettings(Path folder, String workerMemory) {
        this(folder, workerMemory, EXCEL_ROWS);
    }
}
