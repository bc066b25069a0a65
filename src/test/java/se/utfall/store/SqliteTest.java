package se.utfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is SQLite's own. */
class SqliteTest {
    @TempDir
    Path temp;

    @Test
    void makesEveryCommitDurable() {
        try (Database database = Database.open(StoreSettings.sqlite(temp.resolve("utfall.db")))) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void saysThatItCannotBeReached() {
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> Database.open(StoreSettings.sqlite(temp.resolve("no/such/folder.db"))))
                .matches(e -> e.code() == StoreRefusedException.Code.UNREACHABLE);
    }

    private static String pragma(Database database, String name) {
        return database.inTransaction(
                h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
