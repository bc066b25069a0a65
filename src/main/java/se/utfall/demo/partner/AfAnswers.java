package se.utfall.demo.partner;

import java.time.YearMonth;
import java.util.List;
import se.utfall.demo.partner.Dice.Purpose;

/** Registration at the employment service by month: most of the unemployed, some in a municipal job; programmes now and then, insurance for those who worked before. */
final class AfAnswers implements Answers {
    private static final List<String> CATEGORIES = List.of("11", "11", "11", "21", "22", "31", "41");
    private static final List<String> PROGRAMMES = List.of("35", "42", "54", "68", "79");

    private final Course course;
    private final Dice dice;
    private final BasAnswers work;
    private final boolean insured;

    AfAnswers(Course course) {
        this.course = course;
        this.dice = course.dice();
        this.work = new BasAnswers(course, false);
        this.insured = dice.perMille(220, Purpose.INSURANCE, -1);
    }

    /** A row mostly means registration; the month after it may have one that says no. */
    @Override
    public boolean has(int month) {
        return course.known(month)
                && (registered(month) || (registered(month - 1) && dice.perMille(400, Purpose.REGISTERED, month)));
    }

    boolean registered(int month) {
        if (!course.known(month)) {
            return false;
        }
        int quarter = Math.floorDiv(month, 3);
        if (course.inProgramme(month)) {
            return dice.perMille(300, Purpose.REGISTERED, quarter);
        }
        return BasAnswers.UNEMPLOYED.equals(work.status(month)) && dice.perMille(870, Purpose.REGISTERED, quarter);
    }

    @Override
    public String value(Variable variable, int month) {
        boolean registered = registered(month);
        if (dice.perMille(4, Purpose.MISSING, month + 4_000_000L * variable.salt())) {
            return month % 2 == 0 ? "." : "";
        }
        return switch (variable) {
            case INSKRIVEN -> registered ? "J" : "N";
            case SKAT -> registered ? dice.pick(CATEGORIES, Purpose.REGISTERED, -2 - Math.floorDiv(month, 6)) : "";
            case OPPET_DAGAR -> String.valueOf(openDays(month));
            case PROGRAM_DAGAR -> String.valueOf(programmeDays(month));
            case PROGRAMKOD -> programmeDays(month) > 0 ? dice.pick(PROGRAMMES, Purpose.PROGRAMME, -1) : ".";
            case AKASSA -> String.valueOf(insurance(month));
            case AKTIVITETSSTOD -> String.valueOf(support(month));
            default -> throw new IllegalArgumentException(variable.name());
        };
    }

    int openDays(int month) {
        if (!registered(month) || course.inProgramme(month)) {
            return 0;
        }
        return length(month) - programmeDays(month);
    }

    private int programmeDays(int month) {
        boolean takesPart = registered(month)
                && !course.inProgramme(month)
                && dice.perMille(280, Purpose.PROGRAMME, Math.floorDiv(month, 4));
        return takesPart ? 8 + dice.below(length(month) - 8, Purpose.DAYS, month) : 0;
    }

    /** Kronor in the month. */
    int insurance(int month) {
        return insured ? openDays(month) * 410 : 0;
    }

    /** Kronor in the month. */
    int support(int month) {
        return programmeDays(month) * (insured ? 410 : 223);
    }

    private static int length(int month) {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .lengthOfMonth();
    }
}
