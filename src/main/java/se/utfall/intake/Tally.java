package se.utfall.intake;

import java.util.Map;

/** What became of some rows of a file; its balance is {@code rows = loaded + replaced + unchanged + superseded + removed + rejected}. */
record Tally(
        int rows,
        int loaded,
        int replaced,
        int unchanged,
        int superseded,
        int removed,
        int rejected,
        int waiting,
        int trimmed,
        int flagged) {

    Tally {
        if (rows != loaded + replaced + unchanged + superseded + removed + rejected) {
            throw new IllegalStateException("the balance of " + rows + " rows does not close: loaded " + loaded
                    + ", replaced " + replaced + ", unchanged " + unchanged + ", superseded " + superseded
                    + ", removed " + removed + ", rejected " + rejected);
        }
    }

    Map<String, Integer> byName() {
        return Map.of(
                "rows", rows,
                "loaded", loaded,
                "replaced", replaced,
                "unchanged", unchanged,
                "superseded", superseded,
                "removed", removed,
                "rejected", rejected,
                "waiting", waiting,
                "trimmed", trimmed,
                "flagged", flagged);
    }
}
