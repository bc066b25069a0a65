package se.utfall.demo.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.demo.people.Life.Enrolment;
import se.utfall.demo.people.Life.Exit;

/** {@code avslut}: those of October that are registered late come with the second extract. */
final class ExitRows extends Content {
    private static final Exit LATE = new Exit(LocalDate.of(2026, 10, 20), "ARBETE", "");

    ExitRows(Cast cast) {
        super(FileType.AVSLUT, cast);
    }

    @Override
    List<Fact> of(Life life) {
        List<Fact> facts = new ArrayList<>();
        for (Enrolment e : life.enrolments()) {
            Exit exit = e.exit() == null ? late(life, e) : e.exit();
            if (exit != null) {
                Extract since = e.exit() == null ? Extract.SECOND : Extract.FIRST;
                facts.add(new Fact(life.ordinal(), facts.size(), e.id(), row(life, e, exit), since, false));
            }
        }
        return facts;
    }

    private static @Nullable Exit late(Life life, Enrolment e) {
        boolean over = e.measures().stream().noneMatch(m -> m.end() == null);
        return life.ordinal() % 60 == 39 && over ? LATE : null;
    }

    private List<String> row(Life life, Enrolment e, Exit exit) {
        Dice dice = dice(e.id());
        boolean late = exit.equals(LATE);
        return List.of(
                number(life, dice),
                e.id(),
                exit.date().toString(),
                exit.reason(),
                exit.followUp(),
                late ? Extract.SECOND.changedBefore(dice) : Stamps.after(exit.date(), dice),
                "N");
    }

    @Override
    List<String> corrected(List<String> fields) {
        return Fact.with(fields, 4, fields.get(4).equals("STUDIER") ? "ARBETE" : "STUDIER");
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.FIRST) {
            sheet.row(Plant.UNKNOWN_CODE, Fact.with(spare(0), 3, "OKAND_KOD"));
            sheet.row(Plant.IMPOSSIBLE_DATE, Fact.with(spare(1), 2, "2024-02-30"));
        }
    }
}
