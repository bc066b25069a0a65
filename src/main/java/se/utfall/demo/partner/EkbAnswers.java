package se.utfall.demo.partner;

import java.util.List;
import se.utfall.demo.partner.Dice.Purpose;

/** Economic assistance by month: common before the municipal job, rarer during it, ending sooner or later after it. A row mostly means assistance. */
final class EkbAnswers implements Answers {
    private static final List<String> OBSTACLES = List.of("01", "02", "03", "04", "05", "07", "08", "10");
    private static final List<String> REASONS = List.of("01", "02", "03", "04", "06", "09");

    private final Course course;
    private final Dice dice;
    private final boolean receiver;
    private final int last;

    EkbAnswers(Course course) {
        this.course = course;
        this.dice = course.dice();
        this.receiver = dice.perMille(650, Purpose.AID, -1);
        this.last = last();
    }

    /** The month after which no assistance was needed. */
    private int last() {
        if (course.end() == Months.NEVER) {
            return Months.NEVER;
        }
        if (course.way() == Course.Way.WORK || course.way() == Course.Way.STUDIES) {
            return course.end() + course.delay();
        }
        int months = 0;
        while (months < 60 && !dice.perMille(35, Purpose.AID_END, months)) {
            months++;
        }
        return course.end() + months;
    }

    @Override
    public boolean has(int month) {
        return receiver
                && course.known(month)
                && (receives(month) || month == last + 1 || dice.perMille(15, Purpose.AID, month));
    }

    /** Kronor that the household got in the month. */
    int paid(int month) {
        return receiver && course.known(month) && receives(month) ? kronor(month) : 0;
    }

    private boolean receives(int month) {
        if (course.inProgramme(month)) {
            return dice.perMille(200, Purpose.AID, month);
        }
        boolean began = course.start() == Months.NEVER || month >= course.start() - course.length();
        return began && month <= last;
    }

    @Override
    public String value(Variable variable, int month) {
        boolean receives = receives(month);
        return switch (variable) {
            case BISTAND -> receives ? "J" : "N";
            case HUSHALL_BELOPP -> receives ? String.valueOf(kronor(month)) : "0";
            case HUSHALL_PERSONER -> dice.perMille(20, Purpose.MISSING, month) ? "." : String.valueOf(household());
            case FORSORJNINGSHINDER -> receives ? dice.pick(OBSTACLES, Purpose.OBSTACLE, month / 6) : "";
            case AVSLUTSORSAK -> month == last ? dice.pick(REASONS, Purpose.OBSTACLE, -1) : ".";
            default -> throw new IllegalArgumentException(variable.name());
        };
    }

    int household() {
        int thrown = dice.below(100, Purpose.HOUSEHOLD, 0);
        return thrown < 55 ? 1 : thrown < 72 ? 2 : 3 + thrown % 4;
    }

    private int kronor(int month) {
        return 3_000 + household() * 1_700 + dice.below(2_500, Purpose.AMOUNT, month);
    }
}
