package se.utfall.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Many rows at a time on the caller's connection, below JDBI's named parameters, which cost more than the database here. */
final class Sql {
    private static final String IN = "<in>";
    private static final int LARGEST_LIST = 1_000;

    private Sql() {}

    /** Gives a statement one row's values. */
    @FunctionalInterface
    interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    static <T> void batch(Handle handle, String sql, Collection<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the register could not be written", e);
        }
    }

    /** Runs the query once per thousand of the values, which stand where it says {@code <in>}. */
    static void each(Handle handle, String query, Collection<?> values, Reading reading) {
        List<?> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += LARGEST_LIST) {
            List<?> some = all.subList(from, Math.min(all.size(), from + LARGEST_LIST));
            try (PreparedStatement statement = handle.getConnection().prepareStatement(withList(query, some.size()))) {
                set(statement, 1, some.toArray());
                read(statement, reading);
            } catch (SQLException e) {
                throw new IllegalStateException("the register could not be read", e);
            }
        }
    }

    /** As {@link #each} for statements that change rows. */
    static void update(Handle handle, String sql, Collection<?> values) {
        List<?> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += LARGEST_LIST) {
            List<?> some = all.subList(from, Math.min(all.size(), from + LARGEST_LIST));
            try (PreparedStatement statement = handle.getConnection().prepareStatement(withList(sql, some.size()))) {
                set(statement, 1, some.toArray());
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("the register could not be written", e);
            }
        }
    }

    /** Binds the values from parameter {@code first} on. */
    static void set(PreparedStatement statement, int first, @Nullable Object... values) throws SQLException {
        int at = first;
        for (Object value : values) {
            if (value instanceof String text) {
                statement.setString(at, text);
            } else if (value instanceof Integer whole) {
                statement.setInt(at, whole);
            } else if (value instanceof Long whole) {
                statement.setLong(at, whole);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(at, bytes);
            } else if (value == null) {
                statement.setNull(at, Types.NULL);
            } else {
                throw new IllegalArgumentException("no column holds a " + value.getClass());
            }
            at++;
        }
    }

    static @Nullable Integer whole(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    /** As many places for values as there are columns. */
    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void read(PreparedStatement statement, Reading reading) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reading.read(rows);
            }
        }
    }

    private static String withList(String sql, int count) {
        return sql.replace(IN, places(count));
    }
}
