import java.sql.DriverManager;

/** Run from source with DuckDB on the class path: of each column of a file the values that are there, and their sum when they are numbers. */
final class DuckSums {
    public static void main(String[] arguments) throws Exception {
        String from = "'" + arguments[0].replace("'", "''") + "'";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var columns = connection.createStatement().executeQuery("DESCRIBE SELECT * FROM read_parquet(" + from + ")")) {
            while (columns.next()) {
                String name = columns.getString(1);
                boolean number = columns.getString(2).matches("INTEGER|BIGINT");
                String sum = number ? "COALESCE(SUM(" + name + "), 0)" : "''";
                try (var row = statement.executeQuery(
                        "SELECT COUNT(*), COUNT(" + name + "), " + sum + " FROM read_parquet(" + from + ")")) {
                    row.next();
                    System.out.println(name + ";" + row.getString(1) + ";" + row.getString(2) + ";" + row.getString(3));
                }
            }
        }
    }
}
