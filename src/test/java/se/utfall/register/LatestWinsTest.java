package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.person.PersonalNumber;
import se.utfall.person.ProtectedStatus;
import se.utfall.register.Register.Applied;
import se.utfall.register.SpellQuery.Event;

/** Which version of a row counts: contract 1, latest wins, borttagen. */
class LatestWinsTest extends HouseTest {
    /** A version of a row: the number's person, the row's id. */
    private interface Making extends BiFunction<PersonalNumber, String, Told> {}

    static Stream<List<Making>> versions() {
        Making first = (n, id) -> Told.of(n, id).changed(1).district("A");
        Making second = (n, id) -> Told.of(n, id).changed(2).district("B").shielded(ProtectedStatus.YES);
        Making secondAgain = (n, id) -> second.apply(n, id).extracted(2);
        Making secondOther =
                (n, id) -> Told.of(n, id).changed(2).extracted(1).district("C").shielded(ProtectedStatus.UNKNOWN);
        Making laterLine = (n, id) ->
                Told.of(n, id).changed(2).extracted(2).line(9).district("D").shielded(ProtectedStatus.YES);
        Making gone = (n, id) -> Told.of(n, id).changed(3).gone();
        Making back = (n, id) -> Told.of(n, id).changed(4).district("E");
        Making backUnknown = (n, id) -> Told.of(n, id).changed(4).district("E").shielded(ProtectedStatus.UNKNOWN);
        return Stream.of(
                List.of(first, second, secondAgain, secondOther),
                List.of(first, second, secondAgain, laterLine),
                List.of(first, second, secondOther, gone),
                List.of(
                        second,
                        (n, id) -> Told.of(n, id).changed(3),
                        (n, id) -> Told.of(n, id).changed(5).gone()),
                List.of(second, gone, back),
                List.of(
                        first,
                        gone,
                        backUnknown,
                        (n, id) -> Told.of(n, id).changed(6).gone()));
    }

    /** Each order in which the versions can come is tried on a person of its own. */
    @ParameterizedTest
    @MethodSource("versions")
    void theOrderInWhichVersionsComeDoesNotMatter(List<Making> versions) {
        List<PersonalNumber> numbers = TestNumbers.all();
        List<String> seen = new ArrayList<>();
        int next = 0;
        for (List<Making> order : Sequences.of(versions)) {
            for (boolean oneBatch : new boolean[] {true, false}) {
                PersonalNumber number = numbers.get(next++);
                seen.add(outcome(number, "E-" + next, order, oneBatch));
            }
        }

        assertThat(Set.copyOf(seen)).hasSize(1);
    }

    private String outcome(PersonalNumber number, String id, List<Making> order, boolean oneBatch) {
        List<Fact> facts =
                order.stream().<Fact>map(m -> m.apply(number, id).enrolment()).toList();
        if (oneBatch) {
            house.apply(facts);
        } else {
            facts.forEach(f -> house.apply(f));
        }
        house.apply(Told.of(number, "M-" + id).measure());
        Spell spell = house.measure("M-" + id);
        return spell.background() + " " + spell.standing() + " " + spell.usable();
    }

    @Test
    void countsWhatBecameOfEachRow() {
        house.apply(
                Told.of(ALVA, "same").changed(2).enrolment(),
                Told.of(ALVA, "newer").changed(2).enrolment(),
                Told.of(ALVA, "older").changed(2).enrolment(),
                Told.of(ALVA, "gone").changed(2).enrolment(),
                Told.of(ALVA, "back").changed(2).gone().enrolment());

        Applied applied = house.apply(
                Told.of(ALVA, "same").changed(2).extracted(3).enrolment(),
                Told.of(ALVA, "newer").changed(3).enrolment(),
                Told.of(ALVA, "older").changed(1).district("Z").enrolment(),
                Told.of(ALVA, "gone").changed(3).gone().enrolment(),
                Told.of(ALVA, "back").changed(3).enrolment(),
                Told.of(ALVA, "new").enrolment());

        assertThat(applied).isEqualTo(new Applied(2, 1, 1, 1, 1, 0, List.of(), List.of()));
        assertThat(house.register.counts().current(FactType.INSKRIVNING)).isEqualTo(5);
    }

    @Test
    void countsWhatBecameOfRowsOfOneKeyInOneBatch() {
        Applied applied = house.apply(
                Told.of(ALVA, "E-1").changed(2).line(2).enrolment(),
                Told.of(ALVA, "E-1").changed(2).line(3).enrolment(),
                Told.of(ALVA, "E-1").changed(3).line(4).enrolment(),
                Told.of(ALVA, "E-1").changed(1).line(5).district("Z").enrolment(),
                Told.of(ALVA, "E-1").changed(4).line(6).gone().enrolment());

        assertThat(applied).isEqualTo(new Applied(1, 1, 1, 1, 1, 0, List.of(), List.of()));
    }

    @Test
    void aLaterChangeWithTheSameContentCountsAgainstWhatComesBetween() {
        house.apply(Told.of(ALVA, "E-1").changed(1).district("A").enrolment());
        assertThat(house.apply(Told.of(ALVA, "E-1").changed(3).district("A").enrolment())
                        .replaced())
                .isEqualTo(1);

        Applied between =
                house.apply(Told.of(ALVA, "E-1").changed(2).district("B").enrolment());

        assertThat(between.superseded()).isEqualTo(1);
    }

    @Test
    void tellsMomentsOfTheSameMillisecondApart() {
        Fact.Enrolment told = Told.of(ALVA, "E-1").district("A").enrolment();
        Fact.Stamp stamp = told.stamp();
        house.apply(told);

        Applied applied = house.apply(Told.of(ALVA, "E-1")
                .at(stamp.changedAt().plusNanos(1_000))
                .extracted(-1)
                .district("B")
                .enrolment());

        assertThat(applied.replaced()).isEqualTo(1);
    }

    @Test
    void aRemovalOfAKeyNotKnownIsRemembered() {
        assertThat(house.apply(Told.of(ALVA, "M-1").changed(3).gone().measure()).removed())
                .isEqualTo(1);

        assertThat(house.apply(Told.of(ALVA, "M-1").changed(2).measure()).superseded())
                .isEqualTo(1);
        assertThat(house.spells(Event.MEASURE_START)).isEmpty();

        assertThat(house.apply(Told.of(ALVA, "M-1").changed(4).measure()).loaded())
                .isEqualTo(1);
        assertThat(house.spells(Event.MEASURE_START)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrolment", "exit", "measure", "rating", "cost", "deregistration"})
    void holdsForEveryTable(String kind) {
        assertThat(house.apply(fact(kind, 2, false)).loaded()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 2, false)).unchanged()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 1, false)).superseded()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 3, false)).replaced()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 4, true)).removed()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 3, false)).superseded()).isEqualTo(1);
        assertThat(house.apply(fact(kind, 5, false)).loaded()).isEqualTo(1);
    }

    private static Fact fact(String kind, int changed, boolean gone) {
        Told told = Told.of(ALVA, "X-1").changed(changed);
        Told row = gone ? told.gone() : told;
        return switch (kind) {
            case "enrolment" -> row.enrolment();
            case "exit" -> row.exit();
            case "measure" -> row.measure();
            case "rating" -> row.rating("Q1");
            case "cost" -> row.cost(100);
            default -> row.leaves("AV", "2026-01-05");
        };
    }

    @Test
    void answersToTwoQuestionsOfOneRatingAreTwoRows() {
        Applied applied = house.apply(
                Told.of(ALVA, "S-1").rating("Q1"), Told.of(ALVA, "S-1").rating("Q2"));

        assertThat(applied.loaded()).isEqualTo(2);
    }

    @Test
    void aRowUnderAnotherPersonsNumberIsThatPersonsFromThenOnAndListed() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2").measured(ALVA, "M-1");

        Applied applied = house.apply(Told.of(BO, "M-1").changed(2).line(5).measure());

        assertThat(house.codes(applied)).containsExactly("5 personnummer BYTT_PERSON");
        assertThat(house.measure("M-1").number()).isEqualTo(BO);
        assertThat(house.measure("M-1").usable()).isTrue();
    }

    @Test
    void aRowUnderTheSamePersonsNewNumberIsNotListed() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.becomes(ALVA, BO, 2);

        Applied applied = house.apply(Told.of(BO, "M-1").changed(2).measure());

        assertThat(house.codes(applied)).isEmpty();
        assertThat(applied.replaced()).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenTheTransactionFails() {
        try {
            house.database.useTransaction(h -> {
                house.register.apply(h, List.of(Told.of(ALVA, "E-1").enrolment()));
                throw new IllegalStateException("crash");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crash");
        }

        assertThat(house.register.counts().persons()).isZero();
        assertThat(house.apply(Told.of(ALVA, "E-1").enrolment()).loaded()).isEqualTo(1);
    }
}
