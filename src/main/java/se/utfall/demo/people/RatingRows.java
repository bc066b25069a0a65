package se.utfall.demo.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.utfall.demo.people.Life.Measure;

/** {@code progression}: for about half of the measures a self-rating at the start and one near the end, three questions each. */
final class RatingRows extends Content {
    private static final List<String> QUESTIONS = List.of("arbetsformaga", "hälsa", "sjalvtillit");

    RatingRows(Cast cast) {
        super(FileType.PROGRESSION, cast);
    }

    @Override
    List<Fact> of(Life life) {
        List<Fact> facts = new ArrayList<>();
        life.enrolments().stream().flatMap(e -> e.measures().stream()).forEach(m -> add(life, m, facts));
        return facts;
    }

    private void add(Life life, Measure m, List<Fact> facts) {
        Dice dice = dice(m.id());
        if (!dice.chance(50)) {
            return;
        }
        round(life, m, 1, m.start().plusDays(3), dice, facts);
        if (m.end() != null) {
            round(life, m, 2, m.end().minusDays(3), dice, facts);
        }
    }

    private void round(Life life, Measure m, int round, LocalDate day, Dice dice, List<Fact> facts) {
        String id = "S" + m.id() + "-" + round;
        String written = number(life, dice);
        String changed = Stamps.after(day, dice);
        boolean newer = day.getYear() >= 2024;
        for (String question : QUESTIONS) {
            List<String> row = List.of(
                    written,
                    id,
                    dice.chance(95) ? m.id() : "",
                    day.toString(),
                    String.valueOf(round),
                    "JT-SKATTNING",
                    newer ? "2" : "1",
                    question,
                    String.valueOf(Math.min(newer ? 10 : 5, dice.between(1, newer ? 8 : 4) + round - 1)),
                    newer ? "0" : "1",
                    newer ? "10" : "5",
                    changed,
                    "");
            facts.add(new Fact(life.ordinal(), facts.size(), id + question, row));
        }
    }

    @Override
    List<String> corrected(List<String> fields) {
        return Fact.with(fields, 8, fields.get(8).equals("3") ? "4" : "3");
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.FIRST) {
            sheet.row(Plant.VALUE_OUTSIDE_SCALE, Fact.with(spare(0), 8, "11"));
            sheet.row(Plant.VALUE_OUTSIDE_SCALE, Fact.with(spare(1), 8, "-1"));
            sheet.row(
                    Plant.BAD_CHECK_DIGIT, Fact.with(spare(2), 0, spareNumber(0).withWrongCheckDigit()));
        }
    }
}
