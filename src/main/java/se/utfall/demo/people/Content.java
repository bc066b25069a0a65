package se.utfall.demo.people;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one type of file holds: its facts, how a correction changes one, and its planted defects. */
abstract class Content {
    private final FileType type;
    final Cast cast;

    Content(FileType type, Cast cast) {
        this.type = type;
        this.cast = cast;
    }

    FileType type() {
        return type;
    }

    /** A person's rows; empty where the type is not about persons' years. */
    List<Fact> of(Life life) {
        return List.of();
    }

    Stream<Fact> facts() {
        return IntStream.range(0, cast.size()).mapToObj(cast::life).flatMap(life -> of(life).stream());
    }

    abstract List<String> corrected(List<String> fields);

    void plant(Extract extract, Sheet sheet) throws IOException {}

    /** True for rows of a person whose number was changed. */
    boolean renamed(Fact fact) {
        return fact.ordinal() < cast.changes().size();
    }

    /** The row under the person's present number. */
    List<String> nowNamed(Fact fact) {
        TestNumber now = cast.life(fact.ordinal()).numberIn(Extract.SECOND);
        return renamed(fact) ? Fact.with(fact.fields(), 0, now.digits()) : fact.fields();
    }

    Dice dice(String id) {
        return Dice.of(cast.seed(), type.typ() + id, 0);
    }

    String number(Life life, Dice dice) {
        return life.number().written(dice, Extract.FIRST.day());
    }

    /** An ordinary person's row to spoil, under a key of its own; {@code which} from 0. */
    List<String> spare(int which) {
        Fact fact = IntStream.range(cast.size() - 35, cast.size())
                .mapToObj(cast::life)
                .flatMap(life -> of(life).stream())
                .filter(f -> f.since() == Extract.FIRST && !f.mistaken())
                .skip(which)
                .findFirst()
                .orElseThrow();
        return Fact.with(fact.fields(), 1, "X" + which);
    }

    TestNumber spareNumber(int which) {
        return cast.life(cast.size() - 1 - which).number();
    }
}
