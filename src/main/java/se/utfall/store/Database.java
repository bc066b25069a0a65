package se.utfall.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.utfall.store.StoreRefusedException.Code;

/**
 * The hub's relational state. A transaction that returned is durable (SQLite: WAL with {@code synchronous=FULL}); one that threw left nothing behind. One
 * writes at a time, on PostgreSQL too.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource source;
    private final HikariDataSource readers;
    private final StoreSettings settings;
    private final Jdbi jdbi;
    private final Jdbi readingJdbi;
    private volatile @Nullable String run;
    private volatile @Nullable HubPlace place;

    private Database(HikariDataSource source, HikariDataSource readers, StoreSettings settings) {
        this.source = source;
        this.readers = readers;
        this.settings = settings;
        this.jdbi = Jdbi.create(source);
        this.readingJdbi = Jdbi.create(readers);
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
            migrate(source, settings.isSqlite(), MigrationVersion.LATEST);
            return new Database(source, new HikariDataSource(readers(settings)), settings);
        } catch (FlywayException e) {
            source.close();
            throw new StoreRefusedException(Code.OTHER_SCHEMA, e);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    static HikariDataSource connect(StoreSettings settings) {
        try {
            return new HikariDataSource(pool(settings));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreRefusedException(Code.UNREACHABLE, e);
        }
    }

    private static void migrate(HikariDataSource source, boolean sqlite, MigrationVersion target) {
        Jdbi jdbi = Jdbi.create(source);
        if (!sqlite) {
            jdbi.useHandle(Postgres::checkEncoding);
        }
        flyway(source, sqlite, target).migrate();
        if (!sqlite) {
            jdbi.useTransaction(Postgres::orderTextByBytes);
        }
    }

    /** Makes the schema as it was at that version. */
    static void migrateTo(StoreSettings settings, MigrationVersion target) {
        try (HikariDataSource source = connect(settings)) {
            migrate(source, settings.isSqlite(), target);
        } catch (FlywayException e) {
            throw new StoreRefusedException(Code.OTHER_SCHEMA, e);
        }
    }

    /** @param source null: to look at the migrations only */
    static Flyway flyway(@Nullable HikariDataSource source, boolean sqlite, MigrationVersion target) {
        FluentConfiguration configuration = Flyway.configure(Database.class.getClassLoader())
                .locations("classpath:db/migration")
                .placeholders(Map.of("blob", sqlite ? "BLOB" : "BYTEA"))
                .target(target);
        return (source == null
                        ? configuration.dataSource("jdbc:sqlite::memory:", null, null)
                        : configuration.dataSource(source))
                .load();
    }

    public <T> T inTransaction(Work<T> work) {
        return jdbi.inTransaction(handle -> {
            begin(handle);
            return work.in(handle);
        });
    }

    public void useTransaction(Action action) {
        inTransaction(handle -> {
            action.in(handle);
            return true;
        });
    }

    private void begin(Handle handle) {
        if (settings.isSqlite()) {
            return;
        }
        Postgres.becomeTheWriter(handle);
        String mine = run;
        if (mine != null && !mine.equals(Postgres.holder(handle))) {
            throw new StoreRefusedException(Code.REPLACED);
        }
    }

    /** Makes sure that this archive is the one the database speaks of; {@link StoreRefusedException} when it is another's. */
    public void tieTo(Path archive) {
        FolderTie.check(this, archive);
    }

    /**
     * Takes the place of the one hub; {@link StoreRefusedException} while another has it. From then on no earlier hub's transaction is let through. On
     * SQLite the lock on the data folder is enough.
     */
    public void workAlone() {
        if (settings.isSqlite()) {
            return;
        }
        place = HubPlace.take(settings);
        String now = UUID.randomUUID().toString();
        useTransaction(handle -> handle.execute("UPDATE hub_place SET holder = ? WHERE id = 1", now));
        run = now;
    }

    /** Reads one moment of the database from first to last statement; waits for no writer and stops none. Writing is refused. */
    public <T> T inSnapshot(Work<T> work) {
        return readingJdbi.inTransaction(work::in);
    }

    @Override
    public void close() {
        HubPlace held = place;
        if (held != null) {
            held.close();
        }
        readers.close();
        source.close();
    }

    private static HikariConfig readers(StoreSettings settings) {
        HikariConfig config = pool(settings);
        config.setPoolName("utfall-readers");
        config.setMinimumIdle(0);
        if (settings.isSqlite()) {
            config.addDataSourceProperty("transaction_mode", "DEFERRED");
            config.setConnectionInitSql("PRAGMA query_only = true");
        } else {
            Postgres.configureReaders(config);
        }
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
            Postgres.configure(config, settings);
        }
        return config;
    }
}
