package se.utfall.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of one table as bytes: the columns' names, then every row marked 1, then 0. A value: its kind, then a long, or length and bytes. */
final class TableRows {
    private static final int BATCH = 1_000;
    private static final int NULL = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int BYTES = 3;

    private TableRows() {}

    static boolean isEmpty(Handle handle, String table) {
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 AS one FROM " + table + " LIMIT 1) AS first")
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    static long write(Handle handle, String table, DataOutputStream out) throws IOException {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                out.writeInt(columns);
                for (int i = 1; i <= columns; i++) {
                    out.writeUTF(rows.getMetaData().getColumnName(i));
                }
                long count = 0;
                for (; rows.next(); count++) {
                    out.writeByte(1);
                    for (int i = 1; i <= columns; i++) {
                        value(rows.getObject(i), out);
                    }
                }
                out.writeByte(0);
                return count;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("table " + table + " cannot be read", e);
        }
    }

    static long read(Handle handle, String table, DataInputStream in) throws IOException {
        int columns = in.readInt();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(in.readUTF());
        }
        String sql = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            long count = 0;
            for (; in.readByte() == 1; count++) {
                for (int i = 1; i <= columns; i++) {
                    bind(insert, i, in);
                }
                insert.addBatch();
                if (count % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException("table " + table + " cannot be filled", e);
        }
    }

    private static void value(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof Number number && !(value instanceof Double) && !(value instanceof Float)) {
            out.writeByte(NUMBER);
            out.writeLong(number.longValue());
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            bytes(text.getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof byte[] bytes) {
            out.writeByte(BYTES);
            bytes(bytes, out);
        } else {
            throw new IllegalStateException(
                    "a column of type " + value.getClass().getSimpleName());
        }
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void bind(PreparedStatement insert, int at, DataInputStream in) throws IOException, SQLException {
        switch (in.readByte()) {
            case NULL -> insert.setNull(at, Types.NULL);
            case NUMBER -> insert.setLong(at, in.readLong());
            case TEXT -> insert.setString(at, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            case BYTES -> insert.setBytes(at, in.readNBytes(in.readInt()));
            default -> throw new IOException("a value of no kind");
        }
    }
}
