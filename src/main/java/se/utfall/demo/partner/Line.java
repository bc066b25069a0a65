package se.utfall.demo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table's lines: its own order and spelling of columns, one column that nobody ordered, and the two marks about changed and re-used numbers.
 * Reused for every row, so that a table of any length needs the same memory.
 */
final class Line {
    private final List<Variable> variables;
    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final OutputStream out;
    private final String[] values;
    private String first = "";
    private String lopnr = "";
    private String period = "";
    private String extra = "";
    private String latest = "";
    private String reused = "";

    /** A column's name and where its text comes from. */
    private record Column(String name, Cell cell) {}

    @FunctionalInterface
    private interface Cell {
        String text();
    }

    Line(Register register, List<Variable> variables, OutputStream out) {
        this.variables = variables;
        this.values = new String[variables.size()];
        this.out = out;
        columns.add(new Column("PERIOD", () -> period));
        for (int i = values.length - 1; i >= 0; i--) {
            int at = i;
            columns.add(new Column(variables.get(i).printed(), () -> values[at]));
        }
        columns.add(new Column(register.extra(), () -> extra));
        columns.add(new Column("LopNr", () -> lopnr));
        columns.add(new Column("SenPNr", () -> latest));
        columns.add(new Column(register == Register.BAS ? "AterPNr" : "ÅterPNr", () -> reused));
    }

    void header() throws IOException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(";"));
        out.write((names + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An ordinary row of a person in a period; what is changed later holds until the next call. */
    void fill(int number, String label, Answers answers, int monthIndex, String notOrdered) {
        lopnr = Integer.toString(number);
        period = label;
        extra = notOrdered;
        latest = "1";
        reused = "0";
        for (int i = 0; i < values.length; i++) {
            values[i] = answers.value(variables.get(i), monthIndex);
        }
        first = values[0];
    }

    Line lopnr(String another) {
        lopnr = another;
        return this;
    }

    Line period(String another) {
        period = another;
        return this;
    }

    Line latest(String mark) {
        latest = mark;
        return this;
    }

    Line reused(String mark) {
        reused = mark;
        return this;
    }

    /** Another valid value in the first column: then the row differs from what it was. */
    Line different() {
        values[0] = variables.get(0).otherThan(values[0]);
        return this;
    }

    Line asItWas() {
        values[0] = first;
        return this;
    }

    /** Puts a value that the contract does not allow; false when these columns allow nearly everything. */
    boolean invalid() {
        for (int i = 0; i < values.length; i++) {
            if (!variables.get(i).invalid().isEmpty()) {
                values[i] = variables.get(i).invalid();
                return true;
            }
        }
        return false;
    }

    void write() throws IOException {
        write(columns.size());
    }

    /** With so many fields, right or wrong. */
    void write(int fields) throws IOException {
        text.setLength(0);
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ";")
                    .append(i < columns.size() ? columns.get(i).cell().text() : "");
        }
        text.append('\n');
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    int fields() {
        return columns.size();
    }
}
