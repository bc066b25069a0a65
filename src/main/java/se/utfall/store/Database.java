package se.utfall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The hub's relational state. A transaction that returned is durable (SQLite: WAL with {@code synchronous=FULL}); one that threw left nothing behind.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource source;
    private final Jdbi jdbi;

    private Database(HikariDataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
    }

    /** Work in one transaction that gives an answer. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Handle handle);
    }

    /** Work in one transaction that gives none. */
    @FunctionalInterface
    public interface Action {
        void in(Handle handle);
    }

    /** Connects and migrates the schema to this version's. */
    public static Database open(StoreSettings settings) {
        Database database = new Database(new HikariDataSource(pool(settings)));
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(database.source)
                .locations("classpath:db/migration")
                .placeholders(Map.of("blob", settings.isSqlite() ? "BLOB" : "BYTEA"))
                .load()
                .migrate();
        return database;
    }

    public <T> T inTransaction(Work<T> work) {
        return jdbi.inTransaction(work::in);
    }

    public void useTransaction(Action action) {
        jdbi.useTransaction(action::in);
    }

    @Override
    public void close() {
        source.close();
    }

    private static HikariConfig pool(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("utfall");
        config.setMaximumPoolSize(settings.poolSize());
        config.setJdbcUrl(settings.url());
        if (settings.isSqlite()) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            config.addDataSourceProperty("busy_timeout", "30000");
            config.addDataSourceProperty("foreign_keys", "true");
        } else {
            config.setUsername(settings.user());
            config.setPassword(password(settings));
        }
        return config;
    }

    private static String password(StoreSettings settings) {
        try {
            return settings.passwordFile() == null
                    ? ""
                    : Files.readString(settings.passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
