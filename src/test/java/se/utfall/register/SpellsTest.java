package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;
import static se.utfall.register.RegisterHouse.FAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.utfall.outcome.PersonKey;
import se.utfall.register.SpellQuery.Event;

/** What order, dataset and others can ask. */
class SpellsTest extends HouseTest {
    @Test
    void givesExitsWithTheirEnrolmentsStart() {
        house.apply(Told.of(ALVA, "E-1").starts("2023-03-01").enrolment());
        house.apply(Told.of(ALVA, "E-1").ends("2024-04-30").exit());

        Spell spell = house.spells(Event.EXIT).get(0);

        assertThat(spell.id()).isEqualTo("E-1");
        assertThat(spell.number()).isEqualTo(ALVA);
        assertThat(spell.measureType()).isNull();
        assertThat(spell.start()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(spell.end()).isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(spell.usable()).isTrue();
        assertThat(spell.standing()).isEqualTo(new Spell.Standing(false, false, null, null, LocalDate.of(2024, 4, 30)));
        assertThat(spell.background()).isEqualTo(new Spell.Background("2", "2", true, "Farsta"));
    }

    @Test
    void choosesByTypeAndByTheEventsDateInclusive() {
        house.enrolled(ALVA, "E-1");
        house.apply(
                Told.of(ALVA, "M-1").ends("2024-01-01").starts("2023-01-01").measure(),
                Told.of(ALVA, "M-2").ends("2024-06-30").measure(),
                Told.of(ALVA, "M-3").ends("2024-07-01").measure(),
                Told.of(ALVA, "M-4").ends(null).measure(),
                Told.of(ALVA, "M-5").ends("2024-03-01").type("PRAKTIK").measure());
        LocalDate from = LocalDate.of(2024, 1, 1);
        LocalDate to = LocalDate.of(2024, 6, 30);

        assertThat(ids(new SpellQuery(Event.MEASURE_END, Set.of("STOCKHOLMSJOBB"), from, to)))
                .containsExactlyInAnyOrder("M-1", "M-2");
        assertThat(ids(new SpellQuery(Event.MEASURE_END, Set.of("STOCKHOLMSJOBB", "PRAKTIK"), null, to)))
                .containsExactlyInAnyOrder("M-1", "M-2", "M-5");
        assertThat(ids(new SpellQuery(Event.MEASURE_START, Set.of(), from, to)))
                .containsExactlyInAnyOrder("M-2", "M-3", "M-4", "M-5");
        assertThat(ids(new SpellQuery(Event.MEASURE_END, Set.of(), null, FAR)))
                .containsExactlyInAnyOrder("M-1", "M-2", "M-3", "M-5");
    }

    private List<String> ids(SpellQuery query) {
        return house.spells(query).stream().map(Spell::id).toList();
    }

    @Test
    void leavesOutRemovedSpells() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(ALVA, "E-1").exit());
        house.apply(Told.of(ALVA, "M-1").changed(2).gone().measure());
        assertThat(house.spells(Event.MEASURE_START)).isEmpty();
        assertThat(house.spells(Event.EXIT)).hasSize(1);

        house.apply(Told.of(ALVA, "E-1").changed(2).gone().enrolment());

        assertThat(house.spells(Event.EXIT)).isEmpty();
    }

    @Test
    void takesTheBackgroundFromTheEnrolmentThatStartsLastThenFromTheOneChangedLast() {
        house.measured(ALVA, "M-1");
        house.apply(
                Told.of(ALVA, "E-1").starts("2024-05-01").district("Later").enrolment(),
                Told.of(ALVA, "E-2")
                        .starts("2024-01-01")
                        .changed(9)
                        .district("Earlier")
                        .enrolment());
        assertThat(house.measure("M-1").background().district()).isEqualTo("Later");

        house.apply(Told.of(ALVA, "E-3")
                .starts("2024-05-01")
                .changed(2)
                .district("Changed")
                .enrolment());
        assertThat(house.measure("M-1").background().district()).isEqualTo("Changed");

        house.apply(Told.of(ALVA, "E-3").changed(3).gone().enrolment());
        assertThat(house.measure("M-1").background().district()).isEqualTo("Later");
    }

    @Test
    void answersForPersonsByKey() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        PersonKey key = house.key("M-1");

        assertThat(house.currentNumber(key)).isEqualTo(ALVA);
        assertThat(house.person(key)).isEqualTo(new CurrentStanding(key, key, house.standing("M-1")));
        assertThatThrownBy(() -> house.currentNumber(new PersonKey(new byte[16])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesThroughEventsInOrder() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2");
        house.apply(
                Told.of(ALVA, "").leaves("AV", "2025-01-01"),
                Told.of(BO, "").leaves("UV", "2025-01-01"),
                Told.of(BO, "").leaves("AS", "2025-01-01"));

        List<PersonEvent> first = house.database.inTransaction(h -> house.register.eventsAfter(h, 0, 2));
        List<PersonEvent> rest = house.database.inTransaction(h -> house.register.eventsAfter(h, 2, 2));

        assertThat(first).extracting(PersonEvent::id).containsExactly(1L, 2L);
        assertThat(rest).extracting(PersonEvent::id).containsExactly(3L);
        assertThat(house.events()).extracting(PersonEvent::kind).doesNotHaveDuplicates();
    }

    @Test
    void keepsReadingOneMomentWhileRowsAreWritten() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1").measured(ALVA, "M-2");
        List<String> seen = new ArrayList<>();

        house.register.eachSpell(new SpellQuery(Event.MEASURE_START, Set.of(), null, FAR), spell -> {
            house.measured(ALVA, "M-9" + seen.size());
            seen.add(spell.id());
        });

        assertThat(seen).containsExactlyInAnyOrder("M-1", "M-2");
    }

    @Test
    void givesCostsAndRatingsWithoutNumbers() {
        house.enrolled(ALVA, "E-1");
        house.apply(Told.of(ALVA, "M-1").type("PRAKTIK").measure());
        house.apply(Told.of(ALVA, "S-1").in("M-1").answer(7).rating("Q1"));
        house.apply(
                Told.of(ALVA, "K-1").cost(-123_450), Told.of(ALVA, "K-2").gone().cost(5));
        List<BookedCost> costs = new ArrayList<>();
        List<RatedAnswer> answers = new ArrayList<>();

        house.register.eachCost(costs::add);
        house.register.eachRating(answers::add);

        assertThat(costs)
                .containsExactly(new BookedCost(
                        "K-1",
                        "STOCKHOLMSJOBB",
                        null,
                        LocalDate.of(2024, 1, 15),
                        LocalDate.of(2024, 4, 15),
                        "LON",
                        -123_450,
                        12));
        assertThat(answers)
                .containsExactly(new RatedAnswer(
                        house.key("M-1"),
                        "S-1",
                        "Q1",
                        "M-1",
                        "PRAKTIK",
                        LocalDate.of(2024, 1, 15),
                        1,
                        "JT",
                        "2",
                        7,
                        0,
                        10,
                        true,
                        house.standing("M-1")));
    }

    @Test
    void countsWithoutNamingAnyone() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2").measured(ALVA, "M-1");
        house.becomes(ALVA, BO, 2);
        house.apply(Told.of(BO, "").leaves("AV", "2025-01-01"));

        RegisterCounts counts = house.register.counts();

        assertThat(counts.persons()).isEqualTo(1);
        assertThat(counts.mergedKeys()).isEqualTo(1);
        assertThat(counts.deceased()).isEqualTo(1);
        assertThat(counts.current(FactType.INSKRIVNING)).isEqualTo(2);
        assertThat(counts.current(FactType.INSATS)).isEqualTo(1);
        assertThat(counts.current(FactType.NUMMERBYTE)).isEqualTo(1);
        assertThat(counts.current(FactType.AVREGISTRERING)).isEqualTo(1);
    }

    @Test
    void countsNothingInAnEmptyRegister() {
        assertThat(house.register.counts().persons()).isZero();
    }
}
