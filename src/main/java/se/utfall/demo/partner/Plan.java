package se.utfall.demo.partner;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which tables a delivery holds. First preliminary figures, BAS without the last months and in two files; then definitive ones for the earlier half of
 * BAS and all but the last year of LISA, preliminary ones for the later periods of both, and EKB and AF definitive. What lies too short a time back is in no
 * register yet.
 */
final class Plan {
    private final OrderTerms terms;
    private final LocalDate today;
    private final int heldBack;

    Plan(OrderTerms terms, LocalDate today, int heldBack) {
        this.terms = terms;
        this.today = today;
        this.heldBack = heldBack;
    }

    /** Empty when nothing of the ordered period is known yet. */
    List<Table> tables(Stage stage) {
        boolean definitive = stage == Stage.DEFINITIVE;
        List<Table> tables = new ArrayList<>();
        for (Register register : terms.variables().keySet()) {
            int from = register.period(terms.from());
            int last = last(register);
            if (last < from) {
                continue;
            }
            switch (register) {
                case BAS -> split(tables, register, definitive, middle(), definitive ? last : last - held());
                case LISA -> split(tables, register, definitive, Math.max(from, last - register.step()), last);
                case EKB, AF -> tables.add(table(register, definitive, from, last, ""));
            }
        }
        return tables;
    }

    /** Preliminary figures for months that are definitive already. */
    List<Table> stepBack() {
        return List.of(table(Register.BAS, false, terms.from(), middle(), ""));
    }

    /** First month of the last ordered period that the register holds. */
    private int last(Register register) {
        return Math.min(register.period(terms.to()), register.last(Months.of(YearMonth.from(today))));
    }

    /** One file up to the middle, definitive or not, and a preliminary one for what is later. */
    private void split(List<Table> tables, Register register, boolean earlierDefinitive, int middle, int to) {
        tables.add(table(register, earlierDefinitive, register.period(terms.from()), Math.min(middle, to), "_1"));
        if (to > middle) {
            tables.add(table(register, false, middle + register.step(), to, "_2"));
        }
    }

    private int middle() {
        return terms.from() + (last(Register.BAS) - terms.from()) / 2;
    }

    /** A short period cannot spare so many months. */
    private int held() {
        int months = last(Register.BAS) - terms.from() + 1;
        return months > 12 ? heldBack : months > 3 ? Math.min(3, heldBack) : 0;
    }

    private Table table(Register register, boolean definitive, int from, int to, String part) {
        String name = register.name().toLowerCase(Locale.ROOT) + (definitive ? "_def" : "_prel") + part + ".csv";
        List<Variable> variables = terms.variables().getOrDefault(register, List.of());
        return new Table(name, register, definitive, today, from, to, variables);
    }
}
