package se.utfall.store;

import com.zaxxer.hikari.HikariConfig;
import org.jdbi.v3.core.Handle;
import se.utfall.store.StoreRefusedException.Code;

/** What makes PostgreSQL keep the promises that SQLite keeps by itself: one writer at a time, durable commits, text ordered by its bytes. */
final class Postgres {
    /**
     * Waits 30 seconds for a lock, as SQLite does. Has a server notice within half a minute that a hub's machine is gone, so that its locks are freed.
     */
    static final String SESSION =
            "SET lock_timeout = '30s'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                    + " SET tcp_keepalives_count = 4; SET synchronous_commit = on";

    private static final String TABLE = "'hub_place'::regclass::oid::int";
    private static final String WAIT_FOR_WRITERS = "SELECT pg_advisory_xact_lock(1433691756, " + TABLE + ")";
    static final String TAKE_PLACE = "SELECT pg_try_advisory_lock(1433691757, " + TABLE + ")";

    private Postgres() {}

    static void configure(HikariConfig config, StoreSettings settings) {
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMinimumIdle(1);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "utfall");
        config.setConnectionInitSql(SESSION);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }

    static void configureReaders(HikariConfig config) {
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    }

    /** The next statement of the transaction sees all that earlier writers committed, and no other writes until it ends. */
    static void becomeTheWriter(Handle handle) {
        handle.execute(WAIT_FOR_WRITERS);
    }

    /** The run of the hub that may write; empty before the first. */
    static String holder(Handle handle) {
        return handle.createQuery("SELECT coalesce(holder, '') FROM hub_place WHERE id = 1")
                .mapTo(String.class)
                .one();
    }

    /** Names, codes and keys are kept as they come: another encoding would refuse some of them in the middle of the work. */
    static void checkEncoding(Handle handle) {
        String encoding =
                handle.createQuery("SHOW server_encoding").mapTo(String.class).one();
        if (!encoding.equals("UTF8")) {
            throw new StoreRefusedException(Code.ENCODING);
        }
    }

    /** The database's own collation may be of any language; every text column gets that of the bytes. Does nothing when all have it. */
    static void orderTextByBytes(Handle handle) {
        handle.createQuery(
                        "SELECT format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE \"C\"', c.relname, a.attname)"
                                + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'"
                                + " WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
                                + " AND a.atttypid = 'text'::regtype AND a.attcollation <> 'pg_catalog.\"C\"'::regcollation")
                .mapTo(String.class)
                .list()
                .forEach(handle::execute);
    }
}
