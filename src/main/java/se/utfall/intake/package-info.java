/**
 * Case-system files: pulled, checked, sealed, loaded or set aside.
 * <p>In: {@link se.utfall.store.Arrival}. Out: {@code CheckedFile}, then {@code LoadedFile} or {@code QuarantinedFile} with findings. Route: {@code routes/intake.camel.yaml}.
 * Keeps {@code file} and {@code finding}. Layouts: {@code schemas/intake/}.
 */
@NullMarked
package se.utfall.intake;

import org.jspecify.annotations.NullMarked;
