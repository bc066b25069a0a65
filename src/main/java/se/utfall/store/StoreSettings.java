package se.utfall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the state lives: a JDBC URL (SQLite or PostgreSQL), and for PostgreSQL a user and a file that holds the password.
 *
 * @param poolSize connections, 1 to 64
 */
public record StoreSettings(
        String url, @Nullable String user, @Nullable Path passwordFile, int poolSize) {
    public static StoreSettings sqlite(Path file) {
        return new StoreSettings("jdbc:sqlite:" + file, null, null, 4);
    }

    public boolean isSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }

    /** What the password file holds; empty without one. */
    String password() {
        try {
            return passwordFile == null ? "" : Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
