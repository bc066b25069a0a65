package se.utfall.demo.people;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.utfall.demo.people.Cast.Change;

/** {@code nummerbyte}: every other change is known from the first extract, the rest from the second. */
final class NumberChangeRows extends Content {
    NumberChangeRows(Cast cast) {
        super(FileType.NUMMERBYTE, cast);
    }

    @Override
    Stream<Fact> facts() {
        return IntStream.range(0, cast.changes().size()).mapToObj(this::fact);
    }

    private Fact fact(int i) {
        Change change = cast.changes().get(i);
        Extract since = i % 2 == 0 ? Extract.FIRST : Extract.SECOND;
        Dice dice = dice("N" + i);
        String changed = since == Extract.FIRST ? Stamps.after(change.date(), dice) : since.changedBefore(dice);
        List<String> row = List.of(
                change.old().digits(),
                change.now().digits(),
                change.cause(),
                change.date().toString(),
                changed,
                "N");
        return new Fact(i, 1, "N" + i, row, since, false);
    }

    @Override
    List<String> corrected(List<String> fields) {
        return fields;
    }
}
