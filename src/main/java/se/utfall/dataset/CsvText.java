package se.utfall.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as all files of a dataset have it: UTF-8, {@code ;}, LF, quotes doubled inside quotes, empty = missing. */
final class CsvText {
    private CsvText() {}

    static String of(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(";", "", "\n"));
    }

    private static String cell(String text) {
        boolean quotes = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
