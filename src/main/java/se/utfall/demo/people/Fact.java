package se.utfall.demo.people;

import java.util.ArrayList;
import java.util.List;

/**
 * One current row of the case system.
 *
 * @param ordinal the person's, or the row's own where no person is meant
 * @param place which of the person's rows of this type it is, from 0
 * @param fields as first written, {@code andrad} and {@code borttagen} last
 * @param since the first extract that holds it
 */
record Fact(int ordinal, int place, String id, List<String> fields, Extract since, boolean mistaken) {
    Fact(int ordinal, int place, String id, List<String> fields) {
        this(ordinal, place, id, fields, Extract.FIRST, false);
    }

    static List<String> with(List<String> fields, int column, String value) {
        List<String> changed = new ArrayList<>(fields);
        changed.set(column, value);
        return changed;
    }

    static List<String> changedAt(List<String> fields, String time) {
        return with(fields, fields.size() - 2, time);
    }

    String changed() {
        return fields.get(fields.size() - 2);
    }
}
