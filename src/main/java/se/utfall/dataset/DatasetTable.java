package se.utfall.dataset;

import java.util.List;

/**
 * A cleared table as it lies in a dataset: texts, {@code SUP} where a figure is withheld, {@code NAP} where there is none.
 *
 * @param rows a text per column, in the file's order
 */
public record DatasetTable(List<String> columns, List<List<String>> rows) {}
