package se.utfall.demo.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.partner.Dice.Purpose;

/**
 * How one person's years went, the same in every register: a municipal job until it ended, and what came after. Made from the seed and the person's
 * number and dates alone, so that an answer never depends on the running number.
 */
final class Course {
    private static final int PENSION_AGE = 66;

    /** What came after the municipal job. */
    enum Way {
        WORK(45),
        STUDIES(13),
        AGAIN(7),
        SICK(8),
        OUTSIDE(27);

        private final int percent;

        Way(int percent) {
            this.percent = percent;
        }

        private static Way of(int throwOf100) {
            int rest = throwOf100;
            for (Way way : values()) {
                rest -= way.percent;
                if (rest < 0) {
                    return way;
                }
            }
            return OUTSIDE;
        }
    }

    private final Dice dice;
    private final int birthYear;
    private final boolean participant;
    private final int start;
    private final int end;
    private final Way way;
    private final int delay;
    private final int length;
    private final int gone;
    private final boolean unknown;

    Course(long seed, Person person) {
        this.dice = new Dice(seed, person.key());
        this.birthYear = person.birthYear();
        this.participant = person.participant();
        this.end = month(person.end());
        this.start = person.start() == null && end != Months.NEVER ? end - 12 : month(person.start());
        this.way = Way.of(dice.below(100, Purpose.COURSE, 0));
        int thrown = dice.below(20, Purpose.DELAY, 0);
        this.delay = 1 + thrown * thrown / 20;
        this.length = 6 + dice.below(19, Purpose.LENGTH, 0);
        this.gone = gone();
        this.unknown = dice.perMille(20, Purpose.ABSENCE, 0);
    }

    private static int month(@Nullable LocalDate day) {
        return day == null ? Months.NEVER : Months.of(day);
    }

    /** The month after which the register of the population knows the person as dead or emigrated. */
    private int gone() {
        int since = end == Months.NEVER ? start : end;
        boolean goes = since != Months.NEVER && dice.perMille(30, Purpose.FATE, 0);
        return goes ? since + 1 + dice.below(24, Purpose.FATE, 1) : Months.NEVER;
    }

    Dice dice() {
        return dice;
    }

    Way way() {
        return way;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Months from the end of the municipal job to what came after. */
    int delay() {
        return delay;
    }

    /** Months that it lasted, where it ended. */
    int length() {
        return length;
    }

    /** False for the few whom no register knows, and after death or emigration. */
    boolean known(int month) {
        return !unknown && month <= gone;
    }

    boolean pensioner(int month) {
        return Math.floorDiv(month, 12) - birthYear >= PENSION_AGE;
    }

    /** In a municipal programme's job. */
    boolean inProgramme(int month) {
        boolean first = participant && month >= start && month <= end;
        boolean second = way == Way.AGAIN && after(month) >= delay && after(month) < delay + length;
        return first || second;
    }

    /** Months since the end, 0 or less before and in the month itself. */
    int after(int month) {
        return end == Months.NEVER ? 0 : month - end;
    }
}
