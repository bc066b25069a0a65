package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;
import static se.utfall.register.RegisterHouse.CLEO;
import static se.utfall.register.RegisterHouse.FAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a study asks: everybody's enrolments and measures. */
class HistoriesTest extends HouseTest {
    private List<EnrolmentPeriod> enrolments(LocalDate to) {
        List<EnrolmentPeriod> all = new ArrayList<>();
        house.register.eachEnrolment(to, all::add);
        return all;
    }

    private List<MeasurePeriod> measures(LocalDate to) {
        List<MeasurePeriod> all = new ArrayList<>();
        house.register.eachMeasure(to, all::add);
        return all;
    }

    private List<Spell> spells() {
        List<Spell> all = new ArrayList<>();
        house.register.eachEnrolmentSpell(FAR, all::add);
        return all;
    }

    @Test
    void givesEnrolmentsWithTheirExits() {
        house.apply(Told.of(ALVA, "E-1").starts("2023-03-01").enrolment());
        house.apply(Told.of(ALVA, "E-1").ends("2024-04-30").exit());
        house.apply(Told.of(BO, "E-2").starts("2024-05-01").enrolment());

        assertThat(enrolments(FAR)).extracting(EnrolmentPeriod::id).containsExactlyInAnyOrder("E-1", "E-2");
        assertThat(enrolments(LocalDate.of(2024, 4, 30))).singleElement().satisfies(e -> {
            assertThat(e.exit()).isEqualTo(LocalDate.of(2024, 4, 30));
            assertThat(e.exitReason()).isEqualTo("ARBETE");
        });
        assertThat(spells())
                .extracting(Spell::id, Spell::number, Spell::end, Spell::usable)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("E-1", ALVA, LocalDate.of(2024, 4, 30), true),
                        org.assertj.core.groups.Tuple.tuple("E-2", BO, null, true));
    }

    @Test
    void leavesOutAnExitOfAnotherPersonAndFlagsItsEnrolment() {
        house.apply(Told.of(ALVA, "E-1").enrolment(), Told.of(BO, "E-2").enrolment());
        house.apply(Told.of(BO, "E-1").ends("2024-04-30").exit());

        assertThat(enrolments(FAR))
                .filteredOn(e -> e.id().equals("E-1"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.exit()).isNull();
                    assertThat(e.exitReason()).isNull();
                });
        assertThat(spells()).filteredOn(s -> s.id().equals("E-1")).noneMatch(Spell::usable);
    }

    @Test
    void givesMeasuresButNoneInAnotherPersonsEnrolment() {
        house.apply(Told.of(ALVA, "E-1").enrolment(), Told.of(BO, "E-2").enrolment());
        house.apply(
                Told.of(ALVA, "M-1").in("E-1").starts("2024-02-01").measure(),
                Told.of(ALVA, "M-2").in("E-2").measure(),
                Told.of(ALVA, "M-3").in("E-9").ends(null).measure(),
                Told.of(ALVA, "M-4").starts("2025-01-01").measure());

        assertThat(measures(LocalDate.of(2024, 12, 31)))
                .extracting(MeasurePeriod::id)
                .containsExactlyInAnyOrder("M-1", "M-3");
        assertThat(measures(FAR))
                .filteredOn(m -> m.id().equals("M-1"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.enrolment()).isEqualTo("E-1");
                    assertThat(m.percentage()).isEqualTo(75);
                });
    }

    @Test
    void tiesAllOfAPersonsSpellsToOneKeyAfterAChangeOfNumber() {
        house.apply(Told.of(ALVA, "E-1").enrolment(), Told.of(CLEO, "E-2").enrolment());
        house.apply(Told.of(ALVA, "M-1").in("E-1").measure());
        house.becomes(ALVA, CLEO, 3);

        assertThat(enrolments(FAR))
                .extracting(EnrolmentPeriod::person)
                .hasSize(2)
                .containsOnly(measures(FAR).get(0).person());
    }

    @Test
    void leavesOutWhatWasRemoved() {
        house.apply(Told.of(ALVA, "E-1").enrolment());
        house.apply(Told.of(ALVA, "M-1").measure());
        house.apply(Told.of(ALVA, "M-1").changed(2).gone().measure());
        house.apply(Told.of(ALVA, "E-1").changed(2).gone().enrolment());

        assertThat(measures(FAR)).isEmpty();
        assertThat(enrolments(FAR)).isEmpty();
        assertThat(spells()).isEmpty();
    }
}
