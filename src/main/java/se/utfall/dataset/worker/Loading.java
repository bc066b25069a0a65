package se.utfall.dataset.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Takes rows from the pipe into the table, one at a time. */
final class Loading {
    private final DataInputStream in;
    private final List<Job.Column> columns;

    Loading(DataInputStream in, List<Job.Column> columns) {
        this.in = in;
        this.columns = columns;
    }

    /** Returns how many; throws {@link EOFException} when the pipe ends before the rows do. */
    long into(DuckDBAppender table) throws IOException, SQLException {
        long rows = 0;
        int mark = in.readByte();
        while (mark == RowWriter.ROW) {
            table.beginRow();
            for (Job.Column column : columns) {
                cell(column.type(), table);
            }
            table.endRow();
            rows++;
            mark = in.readByte();
        }
        if (mark != RowWriter.END || in.readLong() != rows) {
            throw new EOFException("rows out of step");
        }
        return rows;
    }

    private void cell(ColumnType type, DuckDBAppender table) throws IOException, SQLException {
        if (in.readByte() == RowWriter.MISSING) {
            table.appendNull();
            return;
        }
        switch (type) {
            case VARCHAR -> table.append(text());
            case INTEGER -> table.append(in.readInt());
            case BIGINT -> table.append(in.readLong());
            case DATE -> table.appendEpochDays(in.readInt());
        }
    }

    private String text() throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
