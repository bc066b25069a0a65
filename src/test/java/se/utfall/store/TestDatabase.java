package se.utfall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A test's own state store: a SQLite file in the test's folder, or, with {@code -Dutfall.test.database=jdbc:postgresql://...}, {@code .user} and
 * {@code .passwordFile}, a database of its own on that server, copied from one that was
 * migrated. The same folder has the same store; it is dropped when the folder is gone.
 */
public final class TestDatabase {
    private static final String PROPERTY = "utfall.test.database";
    private static final String TEMPLATE = "template" + ProcessHandle.current().pid();
    private static final Map<Path, StoreSettings> MADE = new HashMap<>();
    private static boolean migrated;
    private static @Nullable Handle server;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::dropAll));
    }

    private TestDatabase() {}

    public static Database open(Path folder) {
        return Database.open(settings(folder));
    }

    /** Where the store of this folder lies; nothing is in it at first asking. */
    public static synchronized StoreSettings settings(Path folder) {
        if (!isPostgres()) {
            return StoreSettings.sqlite(folder.resolve("utfall.db"));
        }
        drop(MADE.keySet().stream().filter(f -> !Files.exists(f)).toList());
        return MADE.computeIfAbsent(folder.toAbsolutePath(), TestDatabase::made);
    }

    public static boolean isPostgres() {
        return System.getProperty(PROPERTY) != null;
    }

    /** As the test server's owner, outside any test's database; one session for all tests. */
    static synchronized Handle server() {
        Handle open = server == null ? jdbi(on("postgres")).open() : server;
        server = open;
        return open;
    }

    /** From now on the act on the table fails, as on a full disk; {@code when} is nothing or {@code WHEN (condition on NEW)}. */
    public static void spoil(Database database, String act, String table, String when) {
        String trigger = "CREATE TRIGGER spoilt BEFORE " + act + " ON " + table + " FOR EACH ROW " + when;
        database.useTransaction(h -> {
            if (isPostgres()) {
                h.execute("CREATE OR REPLACE FUNCTION spoil() RETURNS trigger AS"
                        + " 'BEGIN RAISE EXCEPTION ''the disk is full''; END' LANGUAGE plpgsql");
                h.execute(trigger + " EXECUTE FUNCTION spoil()");
            } else {
                h.execute(trigger + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
            }
        });
    }

    public static void mend(Database database, String table) {
        database.useTransaction(h -> h.execute("DROP TRIGGER spoilt" + (isPostgres() ? " ON " + table : "")));
    }

    /** Everything the store keeps, as bytes: its files, or every value of every table. */
    public static String everything(Path folder) {
        return isPostgres() ? jdbi(settings(folder)).withHandle(TestDatabase::values) : files(folder);
    }

    private static String values(Handle handle) {
        StringBuilder all = new StringBuilder();
        handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                .mapTo(String.class)
                .list()
                .forEach(table -> handle.createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .forEach(row ->
                                row.values().forEach(v -> all.append(text(v)).append('\n'))));
        return all.toString();
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    private static String files(Path folder) {
        StringBuilder all = new StringBuilder();
        for (String end : List.of("", "-wal")) {
            try {
                all.append(Files.readString(folder.resolve("utfall.db" + end), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    private static StoreSettings made(Path folder) {
        String name = "t"
                + UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        if (!migrated) {
            server().execute("CREATE DATABASE " + TEMPLATE);
            Database.open(on(TEMPLATE)).close();
            migrated = true;
        }
        server().execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return on(name);
    }

    private static synchronized void drop(List<Path> folders) {
        folders.forEach(folder -> drop(name(MADE.remove(folder))));
    }

    private static void drop(String name) {
        server().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static synchronized void dropAll() {
        if (migrated) {
            drop(List.copyOf(MADE.keySet()));
            drop(TEMPLATE);
        }
    }

    static String name(StoreSettings settings) {
        return settings.url().substring(settings.url().lastIndexOf('/') + 1);
    }

    private static StoreSettings on(String name) {
        String url = System.getProperty(PROPERTY);
        return new StoreSettings(
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                System.getProperty(PROPERTY + ".user"),
                passwordFile(),
                4);
    }

    private static @Nullable Path passwordFile() {
        String file = System.getProperty(PROPERTY + ".passwordFile");
        return file == null ? null : Path.of(file);
    }

    private static Jdbi jdbi(StoreSettings settings) {
        return Jdbi.create(settings.url(), String.valueOf(settings.user()), settings.password());
    }
}
