package se.utfall.dataset;

import java.util.List;
import se.utfall.disclosure.ClearedTable;

/**
 * A table for readers: cells as its CSV holds them, and the page that shows them with a chart and in words.
 *
 * @param name of its files in {@code tables/}
 * @param header named columns, labelled {@code table.<name>}
 * @param rows a text per column: {@code SUP} where a figure is withheld, {@code NAP} where there is none
 * @param log what disclosure control did
 */
record StatTable(
        String name, List<Column> header, List<List<String>> rows, ClearedTable.ProtectionLog log, TablePage page) {
    private static final String FOLDER = "tables/";

    StatTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** How a column's cells are written. */
    enum Kind {
        TEXT,
        COUNT,
        /** With one or two decimals, after a comma. */
        DECIMAL
    }

    /** Of the CSV. */
    record Column(String name, Kind kind) {
        static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        static Column count(String name) {
            return new Column(name, Kind.COUNT);
        }

        static Column decimal(String name) {
            return new Column(name, Kind.DECIMAL);
        }
    }

    List<String> names() {
        return header.stream().map(Column::name).toList();
    }

    String cell(List<String> row, String column) {
        return row.get(names().indexOf(column));
    }

    static String csv(String name) {
        return FOLDER + name + ".csv";
    }

    String csv() {
        return csv(name);
    }

    String html() {
        return FOLDER + name + ".html";
    }

    String svg() {
        return FOLDER + name + ".svg";
    }

    String protection() {
        return FOLDER + name + ".protection.json";
    }
}
