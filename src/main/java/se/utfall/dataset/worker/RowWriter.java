package se.utfall.dataset.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sending end: a job, then its rows, then their number. A cell is its type's Java value (String, Integer, Long, LocalDate) or null. */
public final class RowWriter {
    private static final int BUFFER = 1 << 16;
    static final int ROW = 1;
    static final int END = 2;
    static final int MISSING = 0;
    static final int PRESENT = 1;

    private final DataOutputStream out;
    private final List<Job.Column> columns;
    private long rows;

    /** Sends the job. */
    public RowWriter(OutputStream to, Job job) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
        columns = job.columns();
        job.write(out);
    }

    /** Sends one row: a cell per column of the job. */
    public void write(@Nullable Object[] row) throws IOException {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException("expected a cell per column");
        }
        out.writeByte(ROW);
        for (int i = 0; i < row.length; i++) {
            cell(columns.get(i).type(), row[i]);
        }
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** Says that this was all; without it the worker does nothing with the rows. */
    public void end() throws IOException {
        out.writeByte(END);
        out.writeLong(rows);
        out.flush();
    }

    private void cell(ColumnType type, @Nullable Object cell) throws IOException {
        if (cell == null) {
            out.writeByte(MISSING);
            return;
        }
        out.writeByte(PRESENT);
        switch (type) {
            case VARCHAR -> text((String) cell);
            case INTEGER -> out.writeInt((Integer) cell);
            case BIGINT -> out.writeLong((Long) cell);
            case DATE -> out.writeInt(Math.toIntExact(((LocalDate) cell).toEpochDay()));
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
