package se.utfall.dataset.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** DuckDB in memory, locked down before it sees a row: it reads no file, writes under the job's folder only, loads no extension, and its settings stand. */
final class Engine implements AutoCloseable {
    private final Job job;
    private final DuckDBConnection connection;

    Engine(Job job) throws SQLException {
        this.job = job;
        this.connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try {
            lockDown();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void lockDown() throws SQLException {
        execute("SET memory_limit = " + quoted(job.memory()));
        execute("SET threads = " + job.threads());
        execute("SET temp_directory = " + quoted(job.spill().toString()));
        execute("SET autoinstall_known_extensions = false");
        execute("SET autoload_known_extensions = false");
        execute("SET allow_community_extensions = false");
        execute("SET allow_persistent_secrets = false");
        execute("SET allowed_directories = [" + quoted(job.folder() + "/") + "]");
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    long load(DataInputStream in) throws SQLException, IOException {
        execute(job.columns().stream()
                .map(c -> c.name() + " " + c.type())
                .collect(Collectors.joining(", ", "CREATE TABLE " + job.table() + " (", ")")));
        try (DuckDBAppender appender = connection.createAppender(job.table())) {
            return new Loading(in, job.columns()).into(appender);
        }
    }

    void lay(Job.View view) throws SQLException {
        execute("CREATE VIEW " + view.name() + " AS " + bare(view.sql()));
    }

    /** The second file is made from the first: rows are sorted once. */
    void export(Job.Export export) throws SQLException {
        String parquet = quoted(job.folder().resolve(export.parquet()).toString());
        String csv = quoted(job.folder().resolve(export.csv()).toString());
        execute("COPY (" + bare(export.sql()) + "\n) TO " + parquet + " (FORMAT parquet, COMPRESSION zstd)");
        execute("COPY (SELECT * FROM read_parquet(" + parquet + ")) TO " + csv
                + " (FORMAT csv, HEADER, DELIMITER ';', NULLSTR '')");
    }

    /** The answer's rows as texts. */
    List<List<@Nullable String>> ask(Job.Question question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question.sql())) {
            int width = answer.getMetaData().getColumnCount();
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<@Nullable String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(answer.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String bare(String sql) {
        String stripped = sql.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
