package se.utfall.demo.partner;

import java.time.LocalDate;
import java.util.List;

/**
 * One table of a delivery: which file, of which register, in which state, for which months.
 *
 * @param from first month, as {@link Months} counts
 * @param to last month
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

    /** Lacks its last ordered variable. */
    Table withoutOneVariable() {
        return new Table(file, register, definitive, extracted, from, to, variables.subList(0, variables.size() - 1));
    }
}
