package se.utfall.demo.people;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A file's rows as they are written, and the count of what was planted among them. */
record Sheet(CsvFile file, Map<Plant, Integer> planted) {
    void row(List<String> fields) throws IOException {
        file.row(fields);
    }

    void row(Plant plant, List<String> fields) throws IOException {
        planted.merge(plant, 1, Integer::sum);
        file.row(fields);
    }
}
