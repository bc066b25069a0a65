package se.utfall.demo.people;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;

/** Which rows of a type go into which extract: all of them first, then news, corrections, repetitions, late old versions and removals. */
final class Writing {
    private final Content content;
    private final Extract extract;
    private final Sheet sheet;

    Writing(Content content, Extract extract, Sheet sheet) {
        this.content = content;
        this.extract = extract;
        this.sheet = sheet;
    }

    void write() throws IOException {
        for (Iterator<Fact> facts = content.facts().iterator(); facts.hasNext(); ) {
            Fact fact = facts.next();
            if (fact.since() == extract) {
                sheet.row(fact.fields());
            } else if (fact.mistaken()) {
                undo(fact);
            } else if (fact.place() == 0 && fact.since() == Extract.FIRST) {
                repeat(fact);
            }
        }
        content.plant(extract, sheet);
    }

    private void undo(Fact fact) throws IOException {
        Dice dice = Dice.of(extract.number(), fact.id(), 1);
        if (extract == Extract.SECOND) {
            sheet.row(Plant.REMOVED, content.type().removal(fact.fields(), extract.changedBefore(dice)));
        } else if (fact.ordinal() % 1200 == 8) {
            sheet.row(Plant.BROUGHT_BACK, Fact.changedAt(fact.fields(), extract.changedBefore(dice)));
        }
    }

    private void repeat(Fact fact) throws IOException {
        int rest = fact.ordinal() % 250;
        boolean renamed = content.renamed(fact);
        if ((extract == Extract.SECOND && (renamed || fact.ordinal() % 100 == 3)) || fact.ordinal() % 500 == 33) {
            Dice dice = Dice.of(extract.number(), fact.id(), 2);
            List<String> fields = content.corrected(content.nowNamed(fact));
            sheet.row(Plant.CORRECTED, Fact.changedAt(fields, extract.changedBefore(dice)));
        } else if (extract == Extract.SECOND && rest == 4 && !renamed) {
            sheet.row(Plant.IDENTICAL, fact.fields());
        } else if (extract == Extract.SECOND && rest == 6 && !renamed) {
            sheet.row(Plant.SUPERSEDED, Fact.changedAt(content.corrected(fact.fields()), before(fact.changed())));
        }
    }

    private static String before(String time) {
        return OffsetDateTime.parse(time).minusDays(1).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
