package se.utfall.linkage;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code resultat.csv}: an aggregate, never a person; figures as delivered, with decimal comma.
 *
 * @param n how many persons it is about: null when the value is withheld too, else 0 or 5 and more
 */
public record ResultRow(
        String table,
        String group,
        String measure,
        @Nullable String value,
        @Nullable String standardError,
        @Nullable String n) {}
