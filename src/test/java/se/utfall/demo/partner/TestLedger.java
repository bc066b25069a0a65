package se.utfall.demo.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets rows aside by the contract's words, to be held against what the partner says it planted. */
final class TestLedger {
    final Map<String, Long> setAside = new TreeMap<>();
    /** Linked rows by {@code lopnr period}. */
    final Map<String, List<String>> linked = new HashMap<>();

    private final TestTable table;
    private final int persons;
    private final String from;
    private final String to;
    private final List<String> ordered;
    private final Map<String, List<List<String>>> candidates = new HashMap<>();

    TestLedger(TestTable table, int persons, String from, String to, List<String> ordered) {
        this.table = table;
        this.persons = persons;
        this.from = from;
        this.to = to;
        this.ordered = ordered;
        for (List<String> row : table.rows) {
            String reason = reason(row);
            if (reason.isEmpty()) {
                candidates.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row);
            } else {
                setAside.merge(reason, 1L, Long::sum);
            }
        }
        candidates.forEach(this::choose);
    }

    String cell(String key, String column) {
        return table.cell(linked.get(key), column);
    }

    private String key(List<String> row) {
        return table.cell(row, "lopnr") + " " + table.cell(row, "period");
    }

    private String reason(List<String> row) {
        if (!table.whole(row)) {
            return "FALT";
        }
        String lopnr = table.cell(row, "lopnr");
        if (!lopnr.matches("[0-9]{1,9}") || Integer.parseInt(lopnr) < 1 || Integer.parseInt(lopnr) > persons) {
            return "OKANT_LOPNR";
        }
        String period = table.cell(row, "period");
        boolean readable = period.matches(from.length() == 4 ? "[0-9]{4}" : "[0-9]{4}-(0[1-9]|1[0-2])");
        if (!readable || period.compareTo(from) < 0 || period.compareTo(to) > 0) {
            return "PERIOD";
        }
        if (table.cell(row, "aterpnr").equals("1")) {
            return "ATERPNR";
        }
        return ordered.stream().allMatch(name -> valid(name, table.cell(row, name))) ? "" : "OGILTIGT_VARDE";
    }

    private static boolean valid(String name, String value) {
        if (value.isEmpty() || value.equals(".")) {
            return true;
        }
        return switch (name) {
            case "SyssStat" -> value.matches("[1-6]");
            case "KommunalInsats", "Subv", "Bistand" -> value.matches("[JN]");
            case "AntalArbetsgivare", "HushallBelopp", "HushallPersoner" -> value.matches("[0-9]{1,9}");
            case "Sni2" -> value.matches("[0-9]{2}");
            case "Inskriven" -> value.matches("[JN]");
            case "LoneInk", "SocBidrPersF", "ArbLos", "AmPol", "Akassa", "Aktivitetsstod" ->
                value.matches("[0-9]{1,9}");
            case "ForvInk", "DispInk04" -> value.matches("-?[0-9]{1,9}");
            case "ALosDag" -> value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= 366;
            case "OppetDagar", "ProgramDagar" -> value.matches("[0-9]{1,2}") && Integer.parseInt(value) <= 31;
            case "Sun2020Niva" -> value.matches("[0-9]{3}");
            case "Sun2020Niva_Old" -> value.matches("[0-9]");
            default -> value.matches("[0-9A-Za-zÅÄÖåäö_.-]{1,40}");
        };
    }

    private void choose(String key, List<List<String>> rows) {
        List<List<String>> latest = rows.stream()
                .filter(row -> table.cell(row, "senpnr").equals("1"))
                .toList();
        long different = rows.stream().map(this::values).distinct().count();
        if (latest.size() == 1) {
            linked.put(key, latest.get(0));
        } else if (different == 1) {
            linked.put(key, rows.get(0));
        }
        int lost = rows.size() - (linked.containsKey(key) ? 1 : 0);
        if (lost > 0) {
            setAside.merge("DUBBLETT", (long) lost, Long::sum);
        }
    }

    private List<String> values(List<String> row) {
        return ordered.stream().map(name -> table.cell(row, name)).toList();
    }
}
