package se.utfall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The hub's tables in the connection's schema. */
final class TableList {
    private static final String HISTORY = "flyway_schema_history";

    private TableList() {}

    static boolean isSqlite(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName().equals("SQLite");
        } catch (SQLException e) {
            throw new IllegalStateException("what database it is", e);
        }
    }

    /** A table comes after those that it refers to; the migrations' own is not among them. */
    static List<String> parentsFirst(Handle handle) {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        names(handle).stream().filter(t -> !t.equals(HISTORY)).forEach(t -> parents.put(t, parents(handle, t)));
        List<String> ordered = new ArrayList<>();
        while (!parents.isEmpty()) {
            List<String> ready = parents.entrySet().stream()
                    .filter(e -> ordered.containsAll(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables that refer to each other: " + parents.keySet());
            }
            ordered.addAll(ready);
            ready.forEach(parents::remove);
        }
        return ordered;
    }

    static boolean dropAll(Handle handle) {
        List<String> ordered = parentsFirst(handle);
        Collections.reverse(ordered);
        ordered.forEach(table -> handle.execute("DROP TABLE " + table));
        handle.execute("DROP TABLE IF EXISTS " + HISTORY);
        return true;
    }

    private static List<String> names(Handle handle) {
        String sql = isSqlite(handle)
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
                : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename";
        return handle.createQuery(sql).mapTo(String.class).list();
    }

    private static Set<String> parents(Handle handle, String table) {
        Set<String> parents = new TreeSet<>();
        try (ResultSet keys = handle.getConnection()
                .getMetaData()
                .getImportedKeys(null, handle.getConnection().getSchema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what " + table + " refers to", e);
        }
        parents.remove(table);
        return parents;
    }
}
