/**
 * One analytics job in a process of its own: rows in by standard input, files and answers out, then it ends. DuckDB runs here and nowhere else.
 * <p>In: a {@link se.utfall.dataset.worker.Job} and its rows. Out: files in the job's folder, answers by standard output, an
 * {@link se.utfall.dataset.worker.Ending} as exit code. Imports no other room; only {@code dataset} may import it.
 */
@NullMarked
package se.utfall.dataset.worker;

import org.jspecify.annotations.NullMarked;
