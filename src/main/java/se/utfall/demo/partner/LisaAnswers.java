package se.utfall.demo.partner;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import se.utfall.demo.partner.Dice.Purpose;

/**
 * A year's income and studies, in whole hundreds of kronor: summed from what the other registers know of the months. Holds who is in the population at the
 * year's end; of those with a samordningsnummer hardly anyone.
 */
final class LisaAnswers implements Answers {
    private static final int HUNDRED = 100;
    private static final List<String> LEVELS =
            List.of("106", "204", "206", "206", "316", "330", "337", "417", "530", "537", "640", "999");

    private final Course course;
    private final Dice dice;
    private final BasAnswers work;
    private final EkbAnswers assistance;
    private final AfAnswers service;
    private final boolean outside;

    LisaAnswers(Course course, boolean coordination) {
        this.course = course;
        this.dice = course.dice();
        this.work = new BasAnswers(course, false);
        this.assistance = new EkbAnswers(course);
        this.service = new AfAnswers(course);
        this.outside = coordination && !dice.perMille(60, Purpose.ABSENCE, 2);
    }

    @Override
    public boolean has(int january) {
        return !outside && course.known(january + 11);
    }

    @Override
    public String value(Variable variable, int january) {
        if (dice.perMille(4, Purpose.MISSING, january + 4_000_000L * variable.salt())) {
            return (january / 12 + variable.salt()) % 2 == 0 ? "." : "";
        }
        return switch (variable) {
            case LONE_INK -> String.valueOf(earned(january));
            case FORV_INK -> String.valueOf(income(january));
            case DISP_INK -> String.valueOf(disposable(january));
            case SOC_BIDR -> String.valueOf(individualised(january));
            case ARB_LOS -> String.valueOf(sum(january, service::insurance) / HUNDRED);
            case A_LOS_DAG -> String.valueOf(sum(january, service::openDays));
            case AM_POL -> String.valueOf(sum(january, service::support) / HUNDRED);
            case STUD_DELT -> studied(january) ? String.valueOf(1 + dice.below(4, Purpose.EDUCATION, january)) : "0";
            case SUN_NIVA -> level();
            case SUN_NIVA_OLD -> oldLevel();
            default -> throw new IllegalArgumentException(variable.name());
        };
    }

    private int earned(int january) {
        int monthly = 180 + dice.below(140, Purpose.WAGE, 0);
        return months(january, m -> BasAnswers.EMPLOYED.equals(work.status(m))) * monthly;
    }

    /** Some have a business that went badly. */
    private int income(int january) {
        int loss = dice.perMille(15, Purpose.WAGE, january) ? 300 + dice.below(4_000, Purpose.WAGE, january + 1) : 0;
        return earned(january) + (sum(january, service::insurance) + sum(january, service::support)) / HUNDRED - loss;
    }

    private int disposable(int january) {
        int income = income(january);
        return (income < 0 ? income : income * 3 / 4) + individualised(january);
    }

    private int individualised(int january) {
        return sum(january, assistance::paid) / assistance.household() / HUNDRED;
    }

    private boolean studied(int january) {
        return months(january, m -> BasAnswers.STUDENT.equals(work.status(m))) > 0;
    }

    private String level() {
        return dice.pick(LEVELS, Purpose.EDUCATION, -1);
    }

    /** By the first digits of the level: under nine years, nine, upper secondary of two and three years, two years above it, more, research. */
    private String oldLevel() {
        String level = level();
        return switch (level.charAt(0)) {
            case '1', '2' -> level.substring(0, 1);
            case '3' -> level.compareTo("330") < 0 ? "3" : "4";
            case '4' -> "5";
            case '5' -> "6";
            case '6' -> "7";
            default -> "9";
        };
    }

    private int sum(int january, IntUnaryOperator amount) {
        return IntStream.range(january, january + 12)
                .filter(course::known)
                .map(amount)
                .sum();
    }

    private int months(int january, IntPredicate those) {
        return (int) IntStream.range(january, january + 12)
                .filter(course::known)
                .filter(those)
                .count();
    }
}
