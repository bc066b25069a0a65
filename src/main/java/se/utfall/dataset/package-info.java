/**
 * Datasets for statisticians: linked, documented, cleared.
 * <p>In: {@link se.utfall.linkage.LinkedDelivery}s. Out: a dataset folder (contract 4). Analytics run as SQL files in a DuckDB child JVM.
 * Keeps dataset. Route: {@code routes/dataset.camel.yaml}.
 */
@NullMarked
package se.utfall.dataset;

import org.jspecify.annotations.NullMarked;
