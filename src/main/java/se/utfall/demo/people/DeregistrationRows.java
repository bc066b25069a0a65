package se.utfall.demo.people;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.utfall.demo.people.Cast.Gone;

/** {@code avregistrering}: every third becomes known with the second extract; one has a cause that nobody has heard of. */
final class DeregistrationRows extends Content {
    private static final String UNHEARD_OF = "ZZ";

    DeregistrationRows(Cast cast) {
        super(FileType.AVREGISTRERING, cast);
    }

    @Override
    Stream<Fact> facts() {
        return IntStream.range(0, cast.gone().size())
                .filter(i -> !cast.gone().get(i).cause().equals(UNHEARD_OF))
                .mapToObj(i -> fact(i, cast.gone().get(i)));
    }

    private Fact fact(int i, Gone gone) {
        Extract since = i % 3 == 2 ? Extract.SECOND : Extract.FIRST;
        return new Fact(i, 1, "G" + i, row(i, gone, since), since, false);
    }

    private List<String> row(int i, Gone gone, Extract since) {
        Dice dice = dice("G" + i);
        return List.of(
                gone.number().digits(),
                gone.cause(),
                gone.date().toString(),
                since == Extract.FIRST ? Stamps.after(gone.date(), dice) : since.changedBefore(dice),
                "");
    }

    @Override
    List<String> corrected(List<String> fields) {
        return fields;
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.FIRST) {
            int last = cast.gone().size() - 1;
            sheet.row(Plant.UNKNOWN_CAUSE, row(last, cast.gone().get(last), extract));
        }
    }
}
