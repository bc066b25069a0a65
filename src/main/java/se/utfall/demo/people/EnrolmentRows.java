package se.utfall.demo.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.utfall.demo.people.Life.Enrolment;

/** {@code inskrivning}. */
final class EnrolmentRows extends Content {
    EnrolmentRows(Cast cast) {
        super(FileType.INSKRIVNING, cast);
    }

    @Override
    List<Fact> of(Life life) {
        List<Fact> facts = new ArrayList<>();
        for (Enrolment e : life.enrolments()) {
            facts.add(new Fact(life.ordinal(), facts.size(), e.id(), row(life, e, e.id(), e.start())));
        }
        if (life.ordinal() % 400 == 8) {
            Enrolment like = life.enrolments().get(0);
            String id = "I" + life.ordinal() + "-9";
            List<String> row = row(life, like, id, LocalDate.of(2026, 9, 1));
            facts.add(new Fact(life.ordinal(), 9, id, row, Extract.FIRST, true));
        }
        return facts;
    }

    private List<String> row(Life life, Enrolment e, String id, LocalDate start) {
        Dice dice = dice(id);
        return List.of(
                number(life, dice),
                id,
                start.toString(),
                e.office(),
                e.district(),
                e.referredBy(),
                e.aid(),
                e.obstacle(),
                e.registeredAtAf(),
                life.education(),
                life.newcomer(),
                life.sex(),
                life.shielded(),
                Stamps.after(start, dice),
                dice.chance(50) ? "N" : "");
    }

    @Override
    List<String> corrected(List<String> fields) {
        return Fact.with(fields, 4, fields.get(4).equals("Bromma") ? "Norrmalm" : "Bromma");
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.SECOND) {
            sheet.row(Plant.FIELD_COUNT, spare(0).subList(0, 14));
        }
        if (extract != Extract.FIRST) {
            return;
        }
        for (int i = 1; i <= 2; i++) {
            String wrong = spareNumber(i).withWrongCheckDigit();
            sheet.row(Plant.BAD_CHECK_DIGIT, Fact.with(spare(i), 0, wrong));
            sheet.row(Plant.TF_NUMBER, Fact.with(spare(i + 2), 0, spareNumber(i).asTfNumber()));
            sheet.row(Plant.BLANKS_AROUND, Fact.with(spare(i + 4), 3, " Farsta "));
        }
        sheet.row(Plant.EMPTY_NUMBER, Fact.with(spare(7), 0, ""));
        sheet.row(Plant.IMPOSSIBLE_DATE, Fact.with(spare(8), 2, "2024-02-30"));
        sheet.row(Plant.UNKNOWN_CODE, Fact.with(spare(9), 7, "OKAND_KOD"));
    }
}
