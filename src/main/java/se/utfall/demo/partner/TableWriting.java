package se.utfall.demo.partner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import se.utfall.demo.partner.Dice.Purpose;
import se.utfall.demo.partner.Planted.Reason;

/**
 * Writes one table row by row: what the register knows of each person and month, and now and then a row that must not be linked. The same table written
 * twice has the same bytes.
 */
final class TableWriting {
    private static final int ONE_IN = 720;
    /** A table of years is short. */
    private static final int ONE_IN_OF_YEARS = 360;

    private static final int STATES = 4;
    private static final String[] WRONG_LOPNR = {"0", "", "x7"};

    private final Table table;
    private final People people;
    private final IntPredicate recalled;
    private final long seed;
    private final String[] labels;
    private final Map<Reason, Long> setAside = new EnumMap<>(Reason.class);
    private long rows;

    TableWriting(Table table, People people, IntPredicate recalled, long seed) {
        this.table = table;
        this.people = people;
        this.recalled = recalled;
        this.seed = seed;
        this.labels = new String[table.periods()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = table.label(i);
        }
    }

    /** Leaves {@code to} open. */
    Planted.InTable write(OutputStream to) throws IOException {
        rows = 0;
        for (Reason reason : Reason.values()) {
            setAside.put(reason, 0L);
        }
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        Line line = new Line(table.register(), table.variables(), out);
        line.header();
        for (int lopnr = 1; lopnr <= people.size(); lopnr++) {
            if (!recalled.test(lopnr)) {
                write(people.get(lopnr), line);
            }
        }
        out.flush();
        return new Planted.InTable(
                table.file(),
                table.register().name(),
                table.status(),
                labels[0],
                labels[labels.length - 1],
                rows,
                Collections.unmodifiableMap(new EnumMap<>(setAside)));
    }

    private void write(Person person, Line line) throws IOException {
        Course course = new Course(seed, person);
        Answers answers = Answers.of(table.register(), course, person.coordination());
        Dice dice = course.dice();
        String notOrdered = notOrdered(dice);
        for (int i = 0; i < labels.length; i++) {
            int month = table.month(i);
            if (answers.has(month) && !late(dice, month)) {
                line.fill(person.lopnr(), labels[i], answers, month, notOrdered);
                write(line, dice, month);
            }
        }
    }

    /** A municipality in BAS, a kind of household in EKB. */
    private String notOrdered(Dice dice) {
        return table.register().extra(dice.perMille(900, Purpose.PLACE, 0));
    }

    /** Employers who report late are not in preliminary figures. */
    private boolean late(Dice dice, int month) {
        return table.register() == Register.BAS && !table.definitive() && dice.perMille(10, Purpose.LATE, month);
    }

    private void write(Line line, Dice dice, int month) throws IOException {
        long place = (long) month * STATES + (table.definitive() ? 1 : 0) + ofRegister();
        int form = dice.below(4, Purpose.PLANT_FORM, place);
        switch (dice.below(oneIn(), Purpose.PLANT, place)) {
            case 0 -> plant(line, Reason.FALT, form % 2 == 0 ? line.fields() - 1 : line.fields() + 1);
            case 1 -> invalid(line);
            case 2 -> {
                write(line);
                plant(line.reused("1").latest("0"), Reason.ATERPNR, line.fields());
            }
            case 3 -> {
                plant(line.latest("0").different(), Reason.DUBBLETT, line.fields());
                write(line.latest("1").asItWas());
            }
            case 4 -> {
                write(line);
                plant(line, Reason.DUBBLETT, line.fields());
            }
            case 5 -> {
                String mark = form % 2 == 0 ? "0" : "1";
                plant(line.latest(mark), Reason.DUBBLETT, line.fields());
                plant(line.different(), Reason.DUBBLETT, line.fields());
            }
            case 6 -> {
                write(line);
                String wrong = form == 0 ? String.valueOf(people.size() + 1 + month % 50) : WRONG_LOPNR[form - 1];
                plant(line.lopnr(wrong), Reason.OKANT_LOPNR, line.fields());
            }
            case 7 -> {
                write(line);
                plant(line.period(outside(form)), Reason.PERIOD, line.fields());
            }
            default -> write(line);
        }
    }

    private int oneIn() {
        return table.register().yearly() ? ONE_IN_OF_YEARS : ONE_IN;
    }

    /** So that each register has throws of its own. */
    private long ofRegister() {
        return switch (table.register()) {
            case BAS -> 2;
            case LISA -> 1_000_000;
            case EKB -> 0;
            case AF -> 2_000_000;
        };
    }

    private String outside(int form) {
        return switch (form) {
            case 0 -> table.label(-1);
            case 1 -> table.label(labels.length);
            case 2 -> labels[0].substring(0, 4) + "-13";
            default -> ".";
        };
    }

    private void invalid(Line line) throws IOException {
        if (line.invalid()) {
            plant(line, Reason.OGILTIGT_VARDE, line.fields());
        } else {
            write(line);
        }
    }

    private void plant(Line line, Reason reason, int fields) throws IOException {
        rows++;
        setAside.merge(reason, 1L, Long::sum);
        line.write(fields);
    }

    private void write(Line line) throws IOException {
        rows++;
        line.write();
    }
}
