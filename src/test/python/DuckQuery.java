import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Runs the query on its input in DuckDB and prints the first row. */
class DuckQuery {
    public static void main(String[] arguments) throws Exception {
        String query = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                System.out.println(row.getString(i));
            }
        }
    }
}
