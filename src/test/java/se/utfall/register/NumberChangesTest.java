package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;
import static se.utfall.register.RegisterHouse.CLEO;
import static se.utfall.register.RegisterHouse.DAN;
import static se.utfall.register.RegisterHouse.EVA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.outcome.PersonKey;
import se.utfall.person.PersonalNumber;
import se.utfall.register.PersonEvent.Kind;
import se.utfall.register.Register.Applied;

/** Who is who: contract 1, nummerbyte. */
class NumberChangesTest extends HouseTest {
    @Test
    void aChainLeadsToTheNewestNumber() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        PersonKey key = house.key("M-1");

        house.becomes(BO, CLEO, 2);
        house.becomes(ALVA, BO, 3);

        assertThat(house.measure("M-1").number()).isEqualTo(CLEO);
        assertThat(house.key("M-1")).isEqualTo(key);
        assertThat(house.currentNumber(key)).isEqualTo(CLEO);
        assertThat(house.events()).isEmpty();
    }

    @Test
    void aPersonKeepsTheKeyUnderANewNumber() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        PersonKey key = house.key("M-1");

        house.becomes(ALVA, BO, 2);
        house.measured(BO, "M-2");

        assertThat(house.key("M-2")).isEqualTo(key);
        assertThat(house.persons()).containsOnlyKeys(key);
    }

    @Test
    void aChangeAloneMakesNobody() {
        house.becomes(ALVA, BO, 2);
        assertThat(house.persons()).isEmpty();

        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1").measured(BO, "M-2");

        assertThat(house.persons()).hasSize(1);
        assertThat(house.key("M-1")).isEqualTo(house.key("M-2"));
        assertThat(house.measure("M-1").number()).isEqualTo(BO);
    }

    @Test
    void twoOldNumbersToOneNewAreOnePersonAndEveryKeyHandedOutIsStillAnswered() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1").measured(BO, "M-2");
        PersonKey alva = house.key("M-1");
        PersonKey bo = house.key("M-2");

        Applied applied = house.apply(
                Told.of(ALVA, "").becomes(CLEO), Told.of(BO, "").line(3).becomes(CLEO));

        assertThat(applied.loaded()).isEqualTo(2);
        assertThat(house.key("M-2")).isEqualTo(alva).isEqualTo(house.key("M-1"));
        assertThat(house.persons()).containsOnlyKeys(alva, bo);
        assertThat(house.person(bo).current()).isEqualTo(alva);
        assertThat(house.person(alva).current()).isEqualTo(alva);
        assertThat(house.currentNumber(bo)).isEqualTo(CLEO);
        assertThat(house.events()).containsExactly(new PersonEvent(1, Kind.MERGED, bo, alva));
    }

    @Test
    void mergesAPersonWhoWasKnownByTheNewNumberBeforeTheChangeCame() {
        house.enrolled(BO, "E-2").measured(BO, "M-2").measured(ALVA, "M-1");
        PersonKey bo = house.key("M-2");
        PersonKey alva = house.key("M-1");

        house.becomes(ALVA, BO, 2);

        assertThat(house.key("M-1")).isEqualTo(bo);
        assertThat(house.events()).containsExactly(new PersonEvent(1, Kind.MERGED, alva, bo));
        assertThat(house.audit.verify().lines()).isEqualTo(1);
    }

    @Test
    void aMergeRewritesNoFact() {
        house.enrolled(BO, "E-2").measured(BO, "M-2").measured(ALVA, "M-1");
        List<String> before = numbersOfMeasures();

        house.becomes(ALVA, BO, 2);

        assertThat(numbersOfMeasures()).isEqualTo(before);
    }

    private List<String> numbersOfMeasures() {
        return house.database.inSnapshot(h -> h.createQuery(
                        "SELECT fact_key || ':' || number_id || ':' || changed_at FROM measure ORDER BY fact_key")
                .mapTo(String.class)
                .list());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesBothOfAFork(boolean inOneBatch) {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        Fact first = Told.of(ALVA, "").changed(2).line(2).becomes(BO);
        Fact second = Told.of(ALVA, "").changed(2).extracted(4).line(3).becomes(CLEO);

        List<String> codes = new ArrayList<>();
        if (inOneBatch) {
            codes.addAll(house.codes(house.apply(first, second)));
        } else {
            assertThat(house.apply(first).loaded()).isEqualTo(1);
            codes.addAll(house.codes(house.apply(second)));
        }

        assertThat(codes)
                .containsExactlyElementsOf(
                        inOneBatch
                                ? List.of("2 nytt_nummer NUMMERBYTE_GREN", "3 nytt_nummer NUMMERBYTE_GREN")
                                : List.of("3 nytt_nummer NUMMERBYTE_GREN"));
        assertThat(house.measure("M-1").number()).isEqualTo(ALVA);
        assertThat(house.measure("M-1").usable()).isFalse();
        assertThat(house.codes(house.apply(first))).containsExactly("2 nytt_nummer NUMMERBYTE_GREN");
    }

    @Test
    void aCorrectionSolvesAFork() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(
                Told.of(ALVA, "").changed(2).becomes(BO),
                Told.of(ALVA, "").changed(2).line(3).becomes(CLEO));

        house.becomes(ALVA, CLEO, 3);

        assertThat(house.measure("M-1").number()).isEqualTo(CLEO);
        assertThat(house.measure("M-1").usable()).isTrue();
    }

    @Test
    void aForkLeavesWhatWasToldBeforeIt() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.becomes(ALVA, BO, 2);
        house.becomes(ALVA, CLEO, 3);
        house.becomes(ALVA, DAN, 3);

        assertThat(house.measure("M-1").number()).isEqualTo(BO);
        assertThat(house.measure("M-1").usable()).isFalse();
    }

    @Test
    void aLaterChangeOfTheSameNumberIsACorrection() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        PersonKey key = house.key("M-1");
        house.becomes(ALVA, BO, 2);

        assertThat(house.becomes(ALVA, CLEO, 3).replaced()).isEqualTo(1);
        assertThat(house.becomes(ALVA, BO, 2).superseded()).isEqualTo(1);

        assertThat(house.measure("M-1").number()).isEqualTo(CLEO);
        assertThat(house.key("M-1")).isEqualTo(key);
    }

    @Test
    void aCorrectionTakesApartWhatWasMergedByMistake() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.enrolled(BO, "E-2").measured(BO, "M-2");
        PersonKey alva = house.key("M-1");
        PersonKey bo = house.key("M-2");
        house.becomes(ALVA, BO, 2);

        house.becomes(ALVA, CLEO, 3);

        assertThat(house.key("M-1")).isEqualTo(alva);
        assertThat(house.key("M-2")).isEqualTo(bo);
        assertThat(house.measure("M-2").number()).isEqualTo(BO);
        assertThat(house.person(bo).current()).isEqualTo(bo);
        assertThat(house.events())
                .containsExactly(
                        new PersonEvent(1, Kind.MERGED, bo, alva), new PersonEvent(2, Kind.SEPARATED, bo, alva));
    }

    @Test
    void aPartWithoutAKeyGetsOneWhenItComesApart() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        PersonKey alva = house.key("M-1");
        house.becomes(ALVA, BO, 2);
        house.enrolled(BO, "E-2").measured(BO, "M-2");
        assertThat(house.key("M-2")).isEqualTo(alva);

        house.apply(Told.of(ALVA, "").changed(3).becomesNothing());

        PersonKey bo = house.key("M-2");
        assertThat(bo).isNotEqualTo(alva);
        assertThat(house.key("M-1")).isEqualTo(alva);
        assertThat(house.measure("M-1").number()).isEqualTo(ALVA);
        assertThat(house.events()).containsExactly(new PersonEvent(1, Kind.SEPARATED, bo, alva));
        assertThat(house.persons()).containsOnlyKeys(alva, bo);
    }

    @Test
    void refusesWhatWouldCloseARing() {
        house.becomes(ALVA, BO, 2);
        house.becomes(BO, CLEO, 2);

        Applied ring = house.apply(Told.of(CLEO, "").line(7).becomes(ALVA));
        Applied itself = house.apply(Told.of(DAN, "").line(8).becomes(DAN));

        assertThat(house.codes(ring)).containsExactly("7 nytt_nummer NUMMERBYTE_RING");
        assertThat(house.codes(itself)).containsExactly("8 nytt_nummer NUMMERBYTE_RING");
        assertThat(house.register.counts().current(FactType.NUMMERBYTE)).isEqualTo(2);
    }

    @Test
    void aForkCannotBringBackARing() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.becomes(ALVA, BO, 2);
        house.becomes(ALVA, CLEO, 3);
        house.becomes(BO, ALVA, 4);

        house.becomes(ALVA, DAN, 3);

        assertThat(house.measure("M-1").number()).isEqualTo(ALVA);
    }

    @Test
    void theOrderInWhichFilesComeDoesNotMatter() {
        List<Fact> told = List.of(
                Told.of(ALVA, "").changed(2).becomes(BO),
                Told.of(ALVA, "").changed(4).line(3).becomes(CLEO),
                Told.of(ALVA, "").changed(3).line(4).becomes(EVA),
                Told.of(BO, "").changed(1).line(5).becomes(CLEO));

        for (List<Fact> order : Sequences.of(told)) {
            try (RegisterHouse other = new RegisterHouse(Sequences.folder(folder))) {
                other.enrolled(ALVA, "E-1")
                        .measured(ALVA, "M-1")
                        .measured(BO, "M-2")
                        .measured(EVA, "M-3");
                order.forEach(f -> other.apply(f));
                assertThat(other.key("M-2")).isEqualTo(other.key("M-1")).isNotEqualTo(other.key("M-3"));
                assertThat(other.measure("M-1").number()).isEqualTo(CLEO);
                assertThat(other.measure("M-3").number()).isEqualTo(EVA);
            }
        }
    }

    @Test
    void aRemovedChangeIsRememberedBeforeItIsKnown() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");

        assertThat(house.apply(Told.of(ALVA, "").changed(5).becomesNothing()).removed())
                .isEqualTo(1);
        assertThat(house.becomes(ALVA, BO, 4).superseded()).isEqualTo(1);
        assertThat(house.measure("M-1").number()).isEqualTo(ALVA);

        assertThat(house.becomes(ALVA, BO, 6).loaded()).isEqualTo(1);
        assertThat(house.measure("M-1").number()).isEqualTo(BO);
    }

    @Test
    void countsWhatIsToldAgainAsUnchanged() {
        house.becomes(ALVA, BO, 2);

        assertThat(house.apply(Told.of(ALVA, "").changed(2).extracted(5).becomes(BO))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void aProtectedPersonWhoseNumbersBecomeOneProtectsTheOther() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(BO, "E-2")
                .shielded(se.utfall.person.ProtectedStatus.YES)
                .enrolment());
        PersonalNumber next = CLEO;

        house.apply(Told.of(ALVA, "").becomes(next), Told.of(BO, "").line(3).becomes(next));

        assertThat(house.standing("M-1").protectedPerson()).isTrue();
        assertThat(house.kinds()).containsExactly(Kind.PROTECTED, Kind.MERGED, Kind.PROTECTED);
    }
}
