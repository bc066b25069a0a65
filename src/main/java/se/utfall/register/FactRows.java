package se.utfall.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and writes a table's rows by key. */
final class FactRows<F extends Fact> {
    private static final List<String> COMMON =
            List.of("fact_key", "number_id", "changed_at", "extracted_at", "line", "removed", "content", "loaded_at");
    private final FactTable<F> table;

    FactRows(FactTable<F> table) {
        this.table = table;
    }

    Map<String, FactRow<F>> find(Handle handle, Collection<String> keys) {
        FactTable.Reference<F> reference = table.reference();
        Map<String, FactRow<F>> found = new HashMap<>();
        Sql.each(
                handle,
                "SELECT " + String.join(", ", COMMON) + ", " + (reference == null ? "NULL" : reference.column())
                        + " FROM " + table.name() + " WHERE fact_key IN (<in>)",
                keys,
                row -> found.put(row.getString(1), row(row)));
        return found;
    }

    private FactRow<F> row(ResultSet row) throws SQLException {
        Version version =
                new Version(row.getLong(3), row.getLong(4), row.getInt(5), row.getInt(6) == 1, row.getBytes(7));
        return FactRow.stored(row.getString(1), version, row.getInt(2), row.getString(9), row.getLong(8));
    }

    /** Writes rows whose version changed; a removed one says nothing but its key and person. */
    void write(Handle handle, Collection<FactRow<F>> rows, long now) {
        Sql.batch(handle, upsert(), rows, (statement, row) -> {
            F fact = row.fact();
            common(statement, row, row.loadedAt(fact == null ? null : table.referenceOf(fact), now));
            Sql.set(
                    statement,
                    COMMON.size() + 1,
                    fact == null
                            ? new @Nullable Object[table.columns().size()]
                            : table.content().of(fact));
        });
    }

    /** Writes the later times of rows that are otherwise the same. */
    void renew(Handle handle, Collection<FactRow<F>> rows) {
        Sql.batch(
                handle,
                "UPDATE " + table.name() + " SET extracted_at = ?, line = ? WHERE fact_key = ?",
                rows,
                (statement, row) -> Sql.set(
                        statement, 1, row.version().extractedAt(), row.version().line(), row.key()));
    }

    /** Takes keys away as if a row had. */
    void remove(Handle handle, Collection<String> keys, Version as) {
        Sql.batch(
                handle,
                removal(),
                keys,
                (statement, key) ->
                        Sql.set(statement, 1, as.changedAt(), as.extractedAt(), as.line(), as.content(), key));
    }

    private void common(PreparedStatement statement, FactRow<F> row, long loadedAt) throws SQLException {
        Version version = row.version();
        Sql.set(
                statement,
                1,
                row.key(),
                row.number() == 0 ? null : (Integer) row.number(),
                version.changedAt(),
                version.extractedAt(),
                version.line(),
                version.removed() ? 1 : 0,
                version.content(),
                loadedAt);
    }

    private String upsert() {
        StringBuilder sql =
                new StringBuilder("INSERT INTO ").append(table.name()).append(" (");
        sql.append(String.join(", ", COMMON)).append(", ").append(String.join(", ", table.columns()));
        sql.append(") VALUES (")
                .append(Sql.places(COMMON.size() + table.columns().size()));
        sql.append(") ON CONFLICT (fact_key) DO UPDATE SET number_id = excluded.number_id");
        COMMON.subList(2, COMMON.size()).forEach(c -> set(sql, c));
        table.columns().forEach(c -> set(sql, c));
        return sql.toString();
    }

    private static void set(StringBuilder sql, String column) {
        sql.append(", ").append(column).append(" = excluded.").append(column);
    }

    private String removal() {
        StringBuilder sql = new StringBuilder("UPDATE ").append(table.name());
        sql.append(" SET removed = 1, changed_at = ?, extracted_at = ?, line = ?, content = ?");
        table.columns().forEach(c -> sql.append(", ").append(c).append(" = NULL"));
        return sql.append(" WHERE fact_key = ?").toString();
    }
}
