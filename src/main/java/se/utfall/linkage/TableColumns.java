package se.utfall.linkage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.utfall.exchange.PackageRefusedException;

/**
 * Where a table's columns are, by its header: names without regard to case, in any order, by the mapping's aliases.
 *
 * @param positions of the ordered columns, in the order of {@code ordered}
 * @param latest position of {@code SenPNr}, -1 without it
 * @param reused position of {@code AterPNr}, -1 without it
 * @param dropped names of columns that nobody ordered
 */
record TableColumns(
        int fields,
        int runningNumber,
        int period,
        int latest,
        int reused,
        List<Mapping.Column> ordered,
        List<Integer> positions,
        List<String> dropped) {
    private static final int ABSENT = -1;
    private static final String RUNNING_NUMBER = "lopnr";
    private static final String PERIOD = "period";
    private static final String LATEST = "senpnr";
    private static final String REUSED = "aterpnr";

    /** Refuses the package when a needed column is not there or two mean the same. */
    static TableColumns of(String file, Mapping mapping, List<Mapping.Column> ordered, List<String> header) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String meaning = meaning(mapping, header.get(i));
            if (at.putIfAbsent(meaning, i) != null) {
                throw Refusal.of("KOLUMN_DUBBEL", file, shown(header.get(i), i));
            }
        }
        int runningNumber = needed(at, RUNNING_NUMBER, file, RUNNING_NUMBER);
        int period = needed(at, PERIOD, file, PERIOD);
        List<Integer> positions = ordered.stream()
                .map(c -> needed(at, lower(c.name()), file, c.name()))
                .toList();
        int latest = at.getOrDefault(LATEST, ABSENT);
        int reused = at.getOrDefault(REUSED, ABSENT);
        List<String> dropped = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            boolean used = i == runningNumber || i == period || i == latest || i == reused;
            if (!used && !positions.contains(i)) {
                dropped.add(shown(header.get(i), i));
            }
        }
        return new TableColumns(header.size(), runningNumber, period, latest, reused, ordered, positions, dropped);
    }

    /** The ordered variables as columns of the mapping, in the mapping's order. */
    static List<Mapping.Column> ordered(Mapping mapping, List<String> variables) {
        for (String variable : variables) {
            if (mapping.find(variable).isEmpty()) {
                throw Refusal.of("VARIABEL_OKAND", mapping.register(), variable);
            }
        }
        return mapping.columns().stream()
                .filter(c -> variables.stream().anyMatch(v -> c.isCalled(lower(v))))
                .toList();
    }

    private static int needed(Map<String, Integer> at, String meaning, String file, String name)
            throws PackageRefusedException {
        Integer position = at.get(meaning);
        if (position == null) {
            throw Refusal.of("KOLUMN_SAKNAS", file, name);
        }
        return position;
    }

    private static String meaning(Mapping mapping, String name) {
        String lower = lower(Normalizer.normalize(name, Normalizer.Form.NFC).strip());
        if (lower.equals("återpnr")) {
            return REUSED;
        }
        return mapping.find(lower).map(c -> lower(c.name())).orElse(lower);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A partner's own column name may hold anything: shown only when it is a plain one. */
    private static String shown(String name, int position) {
        boolean plain = name.matches("[A-Za-zÅÄÖåäö][0-9A-Za-zÅÄÖåäö_]{0,39}") && !name.matches(".*[0-9]{6}.*");
        return plain ? name : "#" + (position + 1);
    }
}
