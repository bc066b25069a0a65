package se.utfall.dataset.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the worker is to do: take rows into a table, lay views on it, write files from it, answer questions on it.
 *
 * @param memory DuckDB's limit, for example 512MB
 * @param folder files are written under it and nowhere else
 * @param spill folder for what does not fit in memory
 */
public record Job(
        String memory,
        int threads,
        Path folder,
        Path spill,
        String table,
        List<Column> columns,
        List<View> views,
        List<Export> exports,
        List<Question> questions) {
    private static final String MAGIC = "utfall-job/1";

    public Job {
        columns = List.copyOf(columns);
        views = List.copyOf(views);
        exports = List.copyOf(exports);
        questions = List.copyOf(questions);
    }

    /** A column of the table. */
    public record Column(String name, ColumnType type) {}

    /** A query that others read under its name. */
    public record View(String name, String sql) {}

    /**
     * The answer to a query as two files with the same rows in the same order, their paths relative to the folder.
     *
     * @param csv UTF-8, {@code ;}, header, LF, empty = missing
     */
    public record Export(String sql, String parquet, String csv) {}

    /** A query whose rows are answered by standard output. */
    public record Question(String name, String sql) {}

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(MAGIC);
        out.writeUTF(memory);
        out.writeInt(threads);
        out.writeUTF(folder.toString());
        out.writeUTF(spill.toString());
        out.writeUTF(table);
        out.writeInt(columns.size());
        for (Column column : columns) {
            out.writeUTF(column.name());
            out.writeUTF(column.type().name());
        }
        out.writeInt(views.size());
        for (View view : views) {
            out.writeUTF(view.name());
            out.writeUTF(view.sql());
        }
        out.writeInt(exports.size());
        for (Export export : exports) {
            out.writeUTF(export.sql());
            out.writeUTF(export.parquet());
            out.writeUTF(export.csv());
        }
        out.writeInt(questions.size());
        for (Question question : questions) {
            out.writeUTF(question.name());
            out.writeUTF(question.sql());
        }
    }

    static Job read(DataInputStream in) throws IOException {
        if (!in.readUTF().equals(MAGIC)) {
            throw new IOException("not a job");
        }
        String memory = in.readUTF();
        int threads = in.readInt();
        Path folder = Path.of(in.readUTF());
        Path spill = Path.of(in.readUTF());
        String table = in.readUTF();
        List<Column> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(new Column(in.readUTF(), ColumnType.valueOf(in.readUTF())));
        }
        List<View> views = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            views.add(new View(in.readUTF(), in.readUTF()));
        }
        List<Export> exports = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            exports.add(new Export(in.readUTF(), in.readUTF(), in.readUTF()));
        }
        List<Question> questions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            questions.add(new Question(in.readUTF(), in.readUTF()));
        }
        return new Job(memory, threads, folder, spill, table, columns, views, exports, questions);
    }
}
