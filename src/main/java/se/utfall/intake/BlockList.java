package se.utfall.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What cannot be followed as a group: columns that carry disability, and codes that do (contract 1; domain 8G.56). Data in {@code schemas/intake/blocked.json}. */
final class BlockList {
    private static final String EVERY = "*";
    private final List<String> words;
    private final Map<String, Set<String>> codes = new HashMap<>();

    private BlockList(List<String> words) {
        this.words = words;
    }

    /** The list of the data file and what is configured beside it. */
    static BlockList load(Map<String, Set<String>> configured) {
        JsonNode file = Layouts.resource("blocked.json");
        BlockList list = new BlockList(Layouts.texts(file.required("columns")));
        file.required("codes").properties().forEach(e -> list.add(e.getKey(), Layouts.texts(e.getValue())));
        configured.forEach(list::add);
        return list;
    }

    private void add(String column, Iterable<String> more) {
        Set<String> all = codes.computeIfAbsent(column, c -> new HashSet<>());
        more.forEach(all::add);
    }

    /** The blocked word that a column's name holds. */
    Optional<String> wordIn(String columnName) {
        String plain = Normalizer.normalize(columnName.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
        return words.stream().filter(plain::contains).findFirst();
    }

    boolean blocks(Column column, String code) {
        return (column.kind().coded() && holds(EVERY, code)) || holds(column.name(), code);
    }

    private boolean holds(String column, String code) {
        Set<String> blocked = codes.get(column);
        return blocked != null && blocked.contains(code);
    }
}
