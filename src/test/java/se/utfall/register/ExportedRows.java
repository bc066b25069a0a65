package se.utfall.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of an export read a second time, for the test alone: the latest version of each key by plain code. */
final class ExportedRows {
    private final Map<String, List<String>> latest = new HashMap<>();
    private final int changed;

    private ExportedRows(int changed) {
        this.changed = changed;
    }

    /** @param keyColumn place of the key, from 0 */
    static ExportedRows of(Path folder, String type, int keyColumn, int columns) throws IOException {
        ExportedRows rows = new ExportedRows(columns - 2);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> String.valueOf(f.getFileName()).matches(type + "_\\d{8}_001\\.csv"))
                    .sorted()
                    .flatMap(f -> lines(f).stream().skip(1))
                    .map(ExportedRows::fields)
                    .filter(f -> f.size() == columns)
                    .forEach(f -> rows.take(f.get(keyColumn), f));
        }
        return rows;
    }

    private void take(String key, List<String> row) {
        List<String> known = latest.get(key);
        if (known == null || !at(row).isBefore(at(known))) {
            latest.put(key, row);
        }
    }

    private OffsetDateTime at(List<String> row) {
        return OffsetDateTime.parse(row.get(changed));
    }

    /** Rows that count and hold no planted defect: those have keys of their own, beginning with X. */
    Stream<List<String>> current() {
        return latest.entrySet().stream()
                .filter(e -> !e.getKey().startsWith("X"))
                .map(Map.Entry::getValue)
                .filter(r -> !r.get(changed + 1).equals("J"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        for (String raw : line.split(";", -1)) {
            fields.add(raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw);
        }
        return fields;
    }
}
