package se.utfall.intake;

import java.util.List;

/**
 * One data record: its values in NFC and without blanks around them.
 *
 * @param line physical line it starts on, the header being 1
 * @param trimmed how many values had blanks around them
 */
record CsvRow(int line, List<String> values, int trimmed) {
    /** An empty line, or one of blanks only. */
    boolean blank() {
        return values.size() == 1 && values.get(0).isEmpty();
    }
}
