/**
 * Datasets for statisticians: linked, documented, cleared.
 * <p>In: {@link se.utfall.linkage.LinkedDelivery}s. Out: a dataset folder (contract 4), signed; its {@link se.utfall.disclosure.ClearedTable}. Rows stream to a worker in a
 * process of its own ({@code dataset.worker}), where SQL files run in DuckDB. Keeps dataset, and the folders. Route: {@code routes/dataset.camel.yaml}. Windows may import it.
 */
@NullMarked
package se.utfall.dataset;

import org.jspecify.annotations.NullMarked;
