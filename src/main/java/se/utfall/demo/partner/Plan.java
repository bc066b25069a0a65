package se.utfall.demo.partner;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which tables a delivery holds. First preliminary figures, BAS without the last months and in two files; then definitive ones for the earlier half of
 * BAS, preliminary ones for all later months, and EKB definitive. What lies less than two months back is in no register yet.
 */
final class Plan {
    private static final int DELAY = 2;

    private final OrderTerms terms;
    private final LocalDate today;
    private final int heldBack;
    private final int last;

    Plan(OrderTerms terms, LocalDate today, int heldBack) {
        this.terms = terms;
        this.today = today;
        this.heldBack = heldBack;
        this.last = Math.min(terms.to(), Months.of(YearMonth.from(today)) - DELAY);
    }

    /** Empty when nothing of the ordered period is known yet. */
    List<Table> tables(Stage stage) {
        List<Table> tables = new ArrayList<>();
        if (last < terms.from()) {
            return tables;
        }
        for (Register register : terms.variables().keySet()) {
            if (register == Register.EKB) {
                tables.add(table(register, stage == Stage.DEFINITIVE, terms.from(), last, ""));
            } else if (stage == Stage.PRELIMINARY) {
                split(tables, false, last - held());
            } else {
                split(tables, true, last);
            }
        }
        return tables;
    }

    /** Preliminary figures for months that are definitive already. */
    List<Table> stepBack() {
        return List.of(table(Register.BAS, false, terms.from(), middle(last), ""));
    }

    private void split(List<Table> tables, boolean earlierDefinitive, int to) {
        int middle = middle(last);
        tables.add(table(Register.BAS, earlierDefinitive, terms.from(), Math.min(middle, to), "_1"));
        if (to > middle) {
            tables.add(table(Register.BAS, false, middle + 1, to, "_2"));
        }
    }

    private int middle(int to) {
        return terms.from() + (to - terms.from()) / 2;
    }

    /** A short period cannot spare so many months. */
    private int held() {
        int months = last - terms.from() + 1;
        return months > 12 ? heldBack : months > 3 ? Math.min(3, heldBack) : 0;
    }

    private Table table(Register register, boolean definitive, int from, int to, String part) {
        String name = register.name().toLowerCase(Locale.ROOT) + (definitive ? "_def" : "_prel") + part + ".csv";
        List<Variable> variables = terms.variables().getOrDefault(register, List.of());
        return new Table(name, register, definitive, today, from, to, variables);
    }
}
