package se.utfall.retention;

import org.jspecify.annotations.Nullable;
import se.utfall.keys.SecretsCopy;

/**
 * What retention needs of the configuration.
 *
 * @param secretsCopy the copy of the secrets that is kept for backups; replaced when a secret is destroyed; null when none is kept
 */
public record RetentionSettings(@Nullable SecretsCopy secretsCopy) {}
