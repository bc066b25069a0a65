package se.utfall.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.people.Life.Enrolment;
import se.utfall.demo.people.Life.Exit;
import se.utfall.demo.people.Life.Measure;

/** Makes a person's life from the seed and the person's place in the list: about 40 of 100 ended a Stockholmsjobb from 2023 to the middle of 2025. */
final class Lives {
    private static final LocalDate LAST = LocalDate.of(2026, 10, 15);
    private static final LocalDate WINDOW_OPENS = LocalDate.of(2023, 1, 1);
    private static final LocalDate WINDOW_CLOSES = LocalDate.of(2025, 6, 30);

    private final int ordinal;
    private final Dice dice;

    private Lives(long seed, int ordinal) {
        this.ordinal = ordinal;
        this.dice = Dice.of(seed, "life", ordinal);
    }

    static Life make(long seed, int ordinal, TestNumber number, @Nullable TestNumber later, String shielded) {
        return new Lives(seed, ordinal).live(number, later, shielded);
    }

    private Life live(TestNumber number, @Nullable TestNumber later, String shielded) {
        String sex = dice.chance(97) ? number.sex() : dice.pick(List.of("1", "2", ""));
        String education = dice.pick(Lists.EDUCATION);
        String newcomer = dice.pick(Lists.NEWCOMER);
        List<Enrolment> enrolments = new ArrayList<>();
        if (dice.chance(20)) {
            enrolments.add(early());
        }
        enrolments.add(dice.chance(40) ? withMunicipalJob(enrolments.size() + 1) : other(enrolments.size() + 1));
        return new Life(ordinal, number, later, sex, education, newcomer, shielded, List.copyOf(enrolments));
    }

    private Enrolment early() {
        LocalDate start = dice.day(LocalDate.of(2019, 1, 2), LocalDate.of(2020, 3, 31));
        LocalDate end = start.plusDays(dice.between(60, 330));
        List<Measure> measures = dice.chance(30)
                ? List.of(measure(1, "STOCKHOLMSJOBB", start.plusDays(20), end.minusDays(10)))
                : List.of();
        return enrolment(1, start, end, measures);
    }

    private Enrolment withMunicipalJob(int number) {
        LocalDate end = dice.day(WINDOW_OPENS, WINDOW_CLOSES);
        LocalDate begin = end.minusDays(dice.between(150, 364));
        LocalDate start = begin.minusDays(dice.between(40, 200));
        List<Measure> measures = new ArrayList<>();
        if (dice.chance(50)) {
            measures.add(measure(number * 10, dice.pick(Lists.OTHER_MEASURES), start.plusDays(7), begin.minusDays(1)));
        }
        measures.add(measure(number * 10 + 1, "STOCKHOLMSJOBB", begin, end));
        LocalDate exit = dice.chance(85) ? end.plusDays(dice.between(0, 200)) : null;
        return enrolment(number, start, exit, List.copyOf(measures));
    }

    private Enrolment other(int number) {
        LocalDate start = dice.day(LocalDate.of(2021, 4, 1), LocalDate.of(2026, 6, 30));
        LocalDate exit = dice.chance(80) ? start.plusDays(dice.between(60, 700)) : null;
        List<Measure> measures = new ArrayList<>();
        LocalDate next = start.plusDays(dice.between(5, 40));
        for (int i = dice.below(3); i > 0; i--) {
            LocalDate end = next.plusDays(dice.between(20, 150));
            measures.add(measure(number * 10 + i, dice.pick(Lists.OTHER_MEASURES), next, end));
            next = end.plusDays(3);
        }
        return enrolment(number, start, exit, List.copyOf(measures));
    }

    private Enrolment enrolment(int number, LocalDate start, @Nullable LocalDate exit, List<Measure> measures) {
        return new Enrolment(
                "I" + ordinal + "-" + number,
                start,
                dice.pick(Lists.OFFICES),
                dice.pick(Lists.DISTRICTS),
                dice.pick(Lists.REFERRED),
                dice.pick(Lists.YES_NO),
                dice.pick(Lists.OBSTACLES),
                dice.pick(Lists.YES_NO),
                exit == null || exit.isAfter(LAST) ? null : exit(exit, measures),
                measures);
    }

    private @Nullable Exit exit(LocalDate date, List<Measure> measures) {
        boolean running =
                measures.stream().anyMatch(m -> m.end() == null || m.end().isAfter(date));
        return running ? null : new Exit(date, dice.pick(Lists.EXIT_REASONS), dice.pick(Lists.FOLLOW_UPS));
    }

    private Measure measure(int number, String type, LocalDate start, LocalDate end) {
        boolean over = !end.isAfter(LAST);
        boolean broken = over && dice.chance(15);
        return new Measure(
                "A" + ordinal + "-" + number,
                type,
                dice.pick(Lists.WORKPLACES),
                start,
                broken ? end.plusDays(dice.between(10, 90)) : end,
                over ? end : null,
                dice.pick(List.of("100", "100", "75", "50", "")),
                broken ? dice.pick(Lists.BROKEN) : "",
                dice.pick(Lists.GOALS),
                dice.pick(Lists.PROVIDERS));
    }
}
