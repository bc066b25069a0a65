package se.utfall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import se.utfall.store.StoreRefusedException.Code;

/**
 * The hub's relational state. A transaction that returned is durable (SQLite: WAL with {@code synchronous=FULL}); one that threw left nothing behind.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource source;
    private final @Nullable HikariDataSource readers;
    private final Jdbi jdbi;
    private final Jdbi readingJdbi;

    private Database(HikariDataSource source, @Nullable HikariDataSource readers) {
        this.source = source;
        this.readers = readers;
        this.jdbi = Jdbi.create(source);
        this.readingJdbi = readers == null ? jdbi : Jdbi.create(readers);
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

    /** Connects and migrates the schema to this version's; {@link StoreRefusedException} when either cannot be done. */
    public static Database open(StoreSettings settings) {
        HikariDataSource source = connect(settings);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("blob", settings.isSqlite() ? "BLOB" : "BYTEA"))
                    .load()
                    .migrate();
            return new Database(source, settings.isSqlite() ? new HikariDataSource(readers(settings)) : null);
        } catch (FlywayException e) {
            source.close();
            throw new StoreRefusedException(Code.OTHER_SCHEMA, e);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static HikariDataSource connect(StoreSettings settings) {
        try {
            return new HikariDataSource(pool(settings));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreRefusedException(Code.UNREACHABLE, e);
        }
    }

    public <T> T inTransaction(Work<T> work) {
        return jdbi.inTransaction(work::in);
    }

    public void useTransaction(Action action) {
        jdbi.useTransaction(action::in);
    }

    /** Reads one moment of the database from first to last statement; waits for no writer and stops none. Writing is refused. */
    public <T> T inSnapshot(Work<T> work) {
        return readingJdbi.withHandle(handle -> {
            if (readers == null) {
                handle.setReadOnly(true);
                return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::in);
            }
            return handle.inTransaction(work::in);
        });
    }

    @Override
    public void close() {
        if (readers != null) {
            readers.close();
        }
        source.close();
    }

    private static HikariConfig readers(StoreSettings settings) {
        HikariConfig config = pool(settings);
        config.setPoolName("utfall-readers");
        config.setMinimumIdle(0);
        config.addDataSourceProperty("transaction_mode", "DEFERRED");
        config.setConnectionInitSql("PRAGMA query_only = true");
        return config;
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
            config.setPassword(settings.password());
        }
        return config;
    }
}
