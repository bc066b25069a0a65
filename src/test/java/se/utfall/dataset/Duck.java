package se.utfall.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Reads a dataset's files as a statistician's program would. */
final class Duck implements AutoCloseable {
    private final Connection connection;

    Duck() throws SQLException {
        connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }

    static String parquet(DatasetView dataset) {
        return "read_parquet('" + dataset.folder().resolve(Building.PARQUET) + "')";
    }

    /** Everything as text, so that nothing is guessed. */
    static String csv(Path file) {
        return "read_csv('" + file + "', delim=';', header=true, all_varchar=true, nullstr='')";
    }

    List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Rows as texts by column, in the columns' order. */
    List<Map<String, String>> maps(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT * FROM " + table)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (answer.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.put(answer.getMetaData().getColumnName(i), answer.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    List<String> column(String sql) throws SQLException {
        return rows(sql).stream().map(r -> r.get(0)).toList();
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
