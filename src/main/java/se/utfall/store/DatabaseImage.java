package se.utfall.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.utfall.store.StoreRefusedException.Code;

/**
 * All rows of a database at one moment, the same bytes for SQLite and PostgreSQL, so that one can be laid into the other. Rows only: the schema is made by the
 * migrations, up to the version that the rows are of.
 */
public final class DatabaseImage {
    private static final String MAGIC = "utfall-database-1";
    /** Made by the migrations themselves, or at the first start. */
    private static final List<String> THERE_AT_START =
            List.of("hub_place", "order_position", "key_root", "register_head");

    private DatabaseImage() {}

    /** How many tables and rows. */
    public record Counted(int tables, long rows) {}

    /** The schema's version, as the migrations number it. */
    public static String version(Handle handle) {
        return handle.createQuery("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL AND success"
                        + success(handle) + " ORDER BY installed_rank DESC LIMIT 1")
                .mapTo(String.class)
                .one();
    }

    /** Flyway keeps a truth value where there is one, else a number. */
    private static String success(Handle handle) {
        return TableList.isSqlite(handle) ? " = 1" : "";
    }

    /** Writes what the handle's transaction sees: give one of {@link Database#inSnapshot}. Closes nothing. */
    public static Counted write(Handle handle, OutputStream to) {
        try {
            DataOutputStream out = new DataOutputStream(to);
            out.writeUTF(MAGIC);
            List<String> tables = TableList.parentsFirst(handle);
            long rows = 0;
            for (String table : tables) {
                out.writeUTF(table);
                rows += TableRows.write(handle, table, out);
            }
            out.writeUTF("");
            out.flush();
            return new Counted(tables.size(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("database image", e);
        }
    }

    /** Whether this hub can make a schema of that version. */
    public static boolean knows(String version) {
        MigrationVersion wanted = MigrationVersion.fromVersion(version);
        return List.of(Database.flyway(null, true, MigrationVersion.LATEST)
                        .info()
                        .all())
                .stream()
                .anyMatch(m -> wanted.equals(m.getVersion()));
    }

    /** Whether nothing has been done in it: no tables, or nothing in them but what a first start puts there. */
    public static boolean isUnused(StoreSettings settings) {
        return withHandle(
                settings,
                handle -> TableList.parentsFirst(handle).stream()
                        .filter(table -> !THERE_AT_START.contains(table) && !table.startsWith("audit_"))
                        .allMatch(table -> TableRows.isEmpty(handle, table)));
    }

    /** Puts the image in the place of all that is there. Cut short it leaves a database of no use: it can only be done again. */
    public static Counted lay(StoreSettings settings, String version, InputStream from) {
        HubPlace place = settings.isSqlite() || !hasTables(settings) ? null : HubPlace.take(settings);
        try {
            withHandle(settings, TableList::dropAll);
            Database.migrateTo(settings, MigrationVersion.fromVersion(version));
            return withHandle(settings, handle -> handle.inTransaction(h -> rows(h, from)));
        } finally {
            if (place != null) {
                place.close();
            }
        }
    }

    private static Counted rows(Handle handle, InputStream from) {
        try {
            DataInputStream in = new DataInputStream(from);
            if (!in.readUTF().equals(MAGIC)) {
                throw new IOException("not a database image");
            }
            List<String> there = TableList.parentsFirst(handle);
            there.stream()
                    .sorted((a, b) -> there.indexOf(b) - there.indexOf(a))
                    .forEach(table -> handle.execute("DELETE FROM " + table));
            int tables = 0;
            long rows = 0;
            for (String table = in.readUTF(); !table.isEmpty(); table = in.readUTF()) {
                if (!there.contains(table)) {
                    throw new StoreRefusedException(Code.OTHER_SCHEMA);
                }
                rows += TableRows.read(handle, table, in);
                tables++;
            }
            return new Counted(tables, rows);
        } catch (EOFException e) {
            throw new UncheckedIOException("database image is cut", e);
        } catch (IOException e) {
            throw new UncheckedIOException("database image", e);
        }
    }

    private static boolean hasTables(StoreSettings settings) {
        return withHandle(settings, handle -> TableList.parentsFirst(handle).contains("hub_place"));
    }

    private static <T> T withHandle(StoreSettings settings, Database.Work<T> work) {
        try (HikariDataSource source = Database.connect(settings)) {
            return Jdbi.create(source).withHandle(work::in);
        }
    }
}
