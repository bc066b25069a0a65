package se.utfall.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.utfall.register.FactType;

/**
 * How a file type's rows look, as {@code schemas/intake/<type>.json} says.
 *
 * @param key names of the key's columns
 * @param notBefore pairs of columns; the second's value is not before (below) the first's
 */
record Layout(
        FactType type, List<Column> columns, List<String> key, List<Pair> notBefore, Map<String, Integer> places) {
    static final String REMOVED = "borttagen";
    static final String CHANGED = "andrad";

    /** Places of two columns. */
    record Pair(int first, int second) {}

    static Layout of(FactType type, List<Column> columns, List<String> key, List<List<String>> notBefore) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        List<Pair> pairs = notBefore.stream()
                .map(p -> new Pair(place(places, p.get(0)), place(places, p.get(1))))
                .toList();
        key.forEach(k -> place(places, k));
        return new Layout(type, List.copyOf(columns), List.copyOf(key), pairs, Map.copyOf(places));
    }

    int place(String column) {
        return place(places, column);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Whether a row that only takes its key away must carry the column: key, personal number and {@code andrad} (contract 1). */
    boolean keptByRemoval(Column column) {
        boolean secondNumber = type == FactType.NUMMERBYTE && !key.contains(column.name());
        return key.contains(column.name())
                || (column.kind() == Column.Kind.PERSONAL_NUMBER && !secondNumber)
                || column.name().equals(CHANGED)
                || column.name().equals(REMOVED);
    }

    /** Whether a {@code full} file removes what it does not name. */
    boolean removesByAbsence() {
        return type != FactType.NUMMERBYTE && type != FactType.AVREGISTRERING;
    }

    private static int place(Map<String, Integer> places, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalStateException("no column " + column);
        }
        return place;
    }
}
