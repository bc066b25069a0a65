package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.utfall.register.Register.Applied;
import se.utfall.register.SpellQuery.Event;

/** What refers to what: contract 1, references. */
class ReferencesTest extends HouseTest {
    @Test
    void loadsARowWhoseEnrolmentIsNotKnownAndCountsItAsWaiting() {
        Applied measure = house.apply(Told.of(ALVA, "M-1").in("E-1").measure());
        Applied exit = house.apply(Told.of(ALVA, "E-1").exit());
        Applied rating = house.apply(Told.of(ALVA, "S-1").in("M-9").rating("Q1"));
        Applied none = house.apply(Told.of(ALVA, "M-2").measure());

        assertThat(measure).extracting(Applied::loaded, Applied::waiting).containsExactly(1, 1);
        assertThat(exit).extracting(Applied::loaded, Applied::waiting).containsExactly(1, 1);
        assertThat(rating).extracting(Applied::loaded, Applied::waiting).containsExactly(1, 1);
        assertThat(none.waiting()).isZero();
        assertThat(house.spells(Event.EXIT)).isEmpty();

        assertThat(house.apply(Told.of(ALVA, "E-1").enrolment()).waiting()).isZero();

        assertThat(house.register.counts().waiting()).isEqualTo(Map.of(FactType.PROGRESSION, 1L));
        assertThat(house.spells(Event.EXIT)).hasSize(1).allMatch(Spell::usable);
        assertThat(house.measure("M-1").usable()).isTrue();
    }

    @Test
    void knowsHowLongARowHasWaited() {
        Instant first = house.clock.instant();
        house.apply(Told.of(ALVA, "M-1").in("E-1").measure());
        house.clock.set(first.plus(Duration.ofDays(6)));
        house.apply(Told.of(ALVA, "M-1").changed(2).in("E-1").measure());
        house.apply(Told.of(ALVA, "M-2").in("E-1").measure());

        assertThat(house.register.waiting(first.plus(Duration.ofDays(1)))).isEqualTo(Map.of(FactType.INSATS, 1L));
        assertThat(house.register.waiting(first)).isEmpty();
    }

    @Test
    void aMeasureInAnotherPersonsEnrolmentIsListedAndNotUsedUntilSolved() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2");

        Applied applied = house.apply(Told.of(BO, "M-1").line(4).in("E-1").measure());

        assertThat(house.codes(applied)).containsExactly("4 inskrivning_id ANNAN_PERSON");
        assertThat(applied.loaded()).isEqualTo(1);
        assertThat(house.measure("M-1").usable()).isFalse();
        assertThat(house.register.counts().anotherPersons()).containsEntry(FactType.INSATS, 1L);

        house.becomes(BO, ALVA, 2);

        assertThat(house.measure("M-1").usable()).isTrue();
    }

    @Test
    void anEnrolmentThatTurnsOutToBeAnotherPersonsIsListed() {
        house.enrolled(BO, "E-2");
        house.apply(Told.of(BO, "M-1").in("E-1").measure());
        house.apply(Told.of(BO, "E-1").exit());
        assertThat(house.standing("M-1").lastExit()).isEqualTo(LocalDate.of(2024, 8, 31));

        Applied applied = house.apply(Told.of(ALVA, "E-1").line(8).enrolment());

        assertThat(house.codes(applied)).containsExactly("8 inskrivning_id ANNAN_PERSON");
        assertThat(house.measure("M-1").usable()).isFalse();
        assertThat(house.standing("M-1").lastExit()).isNull();
        assertThat(house.spells(Event.EXIT)).hasSize(1).noneMatch(Spell::usable);
    }

    @Test
    void aRatingOfAnotherPersonsMeasureIsListed() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1").enrolled(BO, "E-2");

        Applied applied = house.apply(Told.of(BO, "S-1").in("M-1").rating("Q1"));

        assertThat(house.codes(applied)).containsExactly("2 insats_id ANNAN_PERSON");
    }

    @Test
    void anExitCountsForItsPersonWhileItsEnrolmentIsUnknown() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(ALVA, "E-9").ends("2025-02-01").exit());
        house.apply(Told.of(ALVA, "E-1").ends("2024-12-31").exit());

        assertThat(house.standing("M-1").lastExit()).isEqualTo(LocalDate.of(2025, 2, 1));
    }
}
