package se.utfall.demo.partner;

import java.time.LocalDate;
import java.util.List;

/**
 * One table of a delivery: which file, of which register, in which state, for which periods.
 *
 * @param from first month of the first period, as {@link Months} counts
 * @param to first month of the last period
 */
record Table(
        String file,
        Register register,
        boolean definitive,
        LocalDate extracted,
        int from,
        int to,
        List<Variable> variables) {
    String status() {
        return definitive ? "DEF" : "PREL";
    }

    int periods() {
        return (to - from) / register.step() + 1;
    }

    /** First month of the period at that place, from 0; also before and after the table's. */
    int month(int place) {
        return from + place * register.step();
    }

    /** The period at that place as the table writes it. */
    String label(int place) {
        return register.text(month(place));
    }

    /** Lacks its last ordered variable. */
    Table withoutOneVariable() {
        return new Table(file, register, definitive, extracted, from, to, variables.subList(0, variables.size() - 1));
    }
}
