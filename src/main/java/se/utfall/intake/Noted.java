package se.utfall.intake;

/**
 * One line of the table {@code finding}.
 *
 * @param line physical line the record starts on (header = 1), 0 when the whole file is meant
 * @param column a column's name by the layout, empty when no single one is meant
 * @param amount how many, where one line speaks of many
 */
record Noted(Kind kind, int line, String column, String code, long amount) {
    /** What a finding is about. */
    enum Kind {
        /** The file was set aside. */
        FILE,
        /** A row was rejected. */
        REJECT,
        /** A row was loaded and is listed for people. */
        FLAG,
        /** A count for the file's report. */
        NOTE
    }

    static Noted reject(int line, String column, String code) {
        return new Noted(Kind.REJECT, line, column, code, 0);
    }

    static Noted flag(int line, String column, String code) {
        return new Noted(Kind.FLAG, line, column, code, 0);
    }

    static Noted note(String column, String code, long amount) {
        return new Noted(Kind.NOTE, 0, column, code, amount);
    }
}
