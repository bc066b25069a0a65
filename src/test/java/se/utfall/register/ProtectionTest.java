package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.person.ProtectedStatus;
import se.utfall.register.PersonEvent.Kind;

/** Who is protected: contract 1, skyddad. */
class ProtectionTest extends HouseTest {
    @ParameterizedTest
    @EnumSource(names = {"YES", "UNKNOWN"})
    void anyEnrolmentThatSaysYesOrNothingProtectsThePerson(ProtectedStatus status) {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        assertThat(house.standing("M-1").protectedPerson()).isFalse();

        house.apply(Told.of(ALVA, "E-2").starts("2020-01-01").shielded(status).enrolment());

        assertThat(house.standing("M-1").protectedPerson()).isTrue();
        assertThat(house.events())
                .containsExactly(new PersonEvent(1, Kind.PROTECTED, house.key("M-1"), house.key("M-1")));
    }

    @Test
    void noInTheLatestVersionLiftsIt() {
        house.apply(Told.of(ALVA, "E-1").shielded(ProtectedStatus.YES).enrolment());
        house.measured(ALVA, "M-1");

        house.apply(Told.of(ALVA, "E-1").changed(2).enrolment());

        assertThat(house.standing("M-1").protectedPerson()).isFalse();
    }

    @Test
    void becomingProtectedAgainIsAnEventOfItsOwn() {
        house.apply(
                Told.of(ALVA, "E-1").changed(1).shielded(ProtectedStatus.YES).enrolment());
        house.apply(Told.of(ALVA, "E-1").changed(2).enrolment());
        house.apply(Told.of(ALVA, "E-1")
                .changed(3)
                .shielded(ProtectedStatus.UNKNOWN)
                .enrolment());
        house.apply(
                Told.of(ALVA, "E-1").changed(4).shielded(ProtectedStatus.YES).enrolment());

        assertThat(house.kinds()).containsExactly(Kind.PROTECTED, Kind.PROTECTED);
    }

    @Test
    void removingARowNeverLiftsIt() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(ALVA, "E-2").shielded(ProtectedStatus.YES).enrolment());

        house.apply(Told.of(ALVA, "E-2").changed(2).gone().enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isTrue();

        house.apply(Told.of(ALVA, "E-2").changed(3).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isFalse();
    }

    @Test
    void absenceFromAFullFileNeverLiftsIt() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(ALVA, "E-2").shielded(ProtectedStatus.YES).enrolment());

        int removed = house.database.inTransaction(
                h -> house.register.removeAbsent(h, FactType.INSKRIVNING, Told.extractedAt(9), Set.of("E-1")));

        assertThat(removed).isEqualTo(1);
        assertThat(house.standing("M-1").protectedPerson()).isTrue();
    }

    @Test
    void anOlderVersionThatComesAfterTheRemovalStillProtects() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        house.apply(Told.of(BO, "E-2").changed(9).gone().enrolment());
        assertThat(house.persons()).hasSize(1);

        house.apply(
                Told.of(ALVA, "E-2").changed(2).shielded(ProtectedStatus.YES).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isTrue();

        house.apply(Told.of(ALVA, "E-2").changed(3).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isFalse();
        house.apply(
                Told.of(ALVA, "E-2").changed(2).shielded(ProtectedStatus.YES).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isFalse();
    }

    @Test
    void aPersonOfWhomNoEnrolmentSpeaksIsInNoOrderYet() {
        house.measured(ALVA, "M-1");
        assertThat(house.measure("M-1").usable()).isFalse();
        assertThat(house.standing("M-1").protectedPerson()).isFalse();

        house.enrolled(ALVA, "E-1");

        assertThat(house.measure("M-1").usable()).isTrue();
        assertThat(house.events()).isEmpty();
    }

    @Test
    void protectionFollowsTheRowToTheRightPerson() {
        house.enrolled(BO, "E-1").measured(ALVA, "M-1").measured(BO, "M-2");
        house.apply(Told.of(ALVA, "E-2").shielded(ProtectedStatus.YES).enrolment());

        house.apply(Told.of(BO, "E-2").changed(2).shielded(ProtectedStatus.YES).enrolment());

        assertThat(house.standing("M-2").protectedPerson()).isTrue();
        assertThat(house.standing("M-1").protectedPerson()).isFalse();
    }

    @Test
    void whatIsKeptBesideARemovedRowMovesToTheRightPersonToo() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2").measured(ALVA, "M-1").measured(BO, "M-2");
        house.apply(Told.of(ALVA, "E-3").changed(9).gone().enrolment());
        house.apply(
                Told.of(ALVA, "E-3").changed(2).shielded(ProtectedStatus.YES).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isTrue();

        house.apply(Told.of(BO, "E-3").changed(3).shielded(ProtectedStatus.YES).enrolment());
        assertThat(house.standing("M-1").protectedPerson()).isFalse();
        assertThat(house.standing("M-2").protectedPerson()).isTrue();

        house.apply(Told.of(ALVA, "E-3").changed(10).enrolment());
        assertThat(house.standing("M-2").protectedPerson()).isFalse();
    }
}
