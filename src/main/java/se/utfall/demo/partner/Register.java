package se.utfall.demo.partner;

import java.util.Arrays;
import java.util.Optional;

/** The registers that this partner keeps. */
enum Register {
    BAS(1, 1, "Kommun", "0180", "0126"),
    LISA(12, 16, "FamTypF", "50", "21"),
    EKB(1, 1, "Hushallstyp", "1", "4"),
    AF(1, 0, "Kontorsnr", "1041", "1046");

    private final int step;
    private final int delay;
    private final String extra;
    private final String usual;
    private final String other;

    /**
     * @param step months that one period takes
     * @param delay whole months from a period's end until the register holds it
     * @param extra a column that nobody orders, with two values
     */
    Register(int step, int delay, String extra, String usual, String other) {
        this.step = step;
        this.delay = delay;
        this.extra = extra;
        this.usual = usual;
        this.other = other;
    }

    static Optional<Register> find(String name) {
        return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
    }

    boolean yearly() {
        return step > 1;
    }

    int step() {
        return step;
    }

    /** First month of the period that the month lies in. */
    int period(int month) {
        return Math.floorDiv(month, step) * step;
    }

    /** First month of the last period that the register holds in this month. */
    int last(int now) {
        return period(now - step - delay);
    }

    /** How a table writes the period. */
    String text(int month) {
        return yearly() ? Months.text(month).substring(0, 4) : Months.text(month);
    }

    String extra() {
        return extra;
    }

    String extra(boolean most) {
        return most ? usual : other;
    }
}
