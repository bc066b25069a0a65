package se.utfall.demo.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.people.Life.Enrolment;
import se.utfall.demo.people.Life.Measure;

/** {@code insats}. */
final class MeasureRows extends Content {
    MeasureRows(Cast cast) {
        super(FileType.INSATS, cast);
    }

    @Override
    List<Fact> of(Life life) {
        List<Fact> facts = new ArrayList<>();
        for (Enrolment e : life.enrolments()) {
            for (Measure m : e.measures()) {
                facts.add(new Fact(life.ordinal(), facts.size(), m.id(), row(life, e, m, m.id())));
            }
        }
        if (life.ordinal() % 400 == 8 && !facts.isEmpty()) {
            Enrolment e = life.enrolments().stream()
                    .filter(some -> !some.measures().isEmpty())
                    .findFirst()
                    .orElseThrow();
            String id = "A" + life.ordinal() + "-99";
            facts.add(new Fact(life.ordinal(), 99, id, row(life, e, e.measures().get(0), id), Extract.FIRST, true));
        }
        return facts;
    }

    private List<String> row(Life life, Enrolment e, Measure m, String id) {
        Dice dice = dice(id);
        return List.of(
                number(life, dice),
                id,
                dice.chance(97) ? e.id() : "",
                m.type(),
                m.workplace(),
                m.start().toString(),
                m.planned().toString(),
                text(m.end()),
                m.extent(),
                m.broken(),
                m.goal(),
                m.provider(),
                Stamps.after(m.end() == null ? m.start() : m.end(), dice),
                dice.chance(50) ? "N" : "");
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    List<String> corrected(List<String> fields) {
        return Fact.with(fields, 10, fields.get(10).equals("HALSA") ? "STUDIER" : "HALSA");
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.SECOND) {
            sheet.row(Plant.FIELD_COUNT, spare(0).subList(0, 13));
        }
        if (extract != Extract.FIRST) {
            return;
        }
        for (int i = 1; i <= 2; i++) {
            List<String> backwards = Fact.with(spare(i), 5, "2024-06-01");
            sheet.row(Plant.END_BEFORE_START, Fact.with(Fact.with(backwards, 6, "2024-08-31"), 7, "2024-05-31"));
            sheet.row(Plant.UNKNOWN_ENROLMENT, unattached(i));
        }
        sheet.row(Plant.UNKNOWN_CODE, Fact.with(spare(5), 3, "OKAND_KOD"));
    }

    /** A measure of another kind than the main job follows, so that it moves nobody's event. */
    private List<String> unattached(int which) {
        return Fact.with(Fact.with(spare(which + 2), 2, "I-SAKNAS-" + which), 3, "GRUPP");
    }
}
