package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.register.PersonEvent.Kind;
import se.utfall.register.Register.Applied;

/** Who is gone: contract 1, avregistrering; domain 8A.14. */
class DeregistrationTest extends HouseTest {
    private static final String DAY = "2025-05-05";
    private static final LocalDate THAT_DAY = LocalDate.parse(DAY);

    @BeforeEach
    void known() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
    }

    private Applied gone(String reason, String date) {
        return house.apply(Told.of(ALVA, "").leaves(reason, date));
    }

    @Test
    void deathEndsTheFollowUp() {
        assertThat(gone("AV", DAY).flagged()).isEmpty();

        assertThat(house.standing("M-1").deceasedOn()).isEqualTo(THAT_DAY);
        assertThat(house.kinds()).containsExactly(Kind.DECEASED);
    }

    @Test
    void emigrationEndsTheFollowUpUntilALaterEnrolmentStarts() {
        gone("UV", DAY);
        assertThat(house.standing("M-1").emigratedOn()).isEqualTo(THAT_DAY);

        house.apply(Told.of(ALVA, "E-2").starts(DAY).enrolment());
        assertThat(house.standing("M-1").emigratedOn()).isEqualTo(THAT_DAY);

        house.apply(Told.of(ALVA, "E-3").starts("2025-05-06").enrolment());
        assertThat(house.standing("M-1").emigratedOn()).isNull();

        gone("UV", "2026-01-01");
        assertThat(house.standing("M-1").emigratedOn()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(house.kinds()).containsExactly(Kind.EMIGRATED, Kind.EMIGRATED);
    }

    @Test
    void unknownWhereaboutsEndTheFollowUpForGood() {
        gone("OB", DAY);
        house.apply(Told.of(ALVA, "E-3").starts("2026-01-01").enrolment());

        assertThat(house.standing("M-1").emigratedOn()).isEqualTo(THAT_DAY);
        assertThat(house.kinds()).containsExactly(Kind.EMIGRATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AS", "FI"})
    void anAnnulledNumberIsNobodys(String reason) {
        gone(reason, DAY);

        assertThat(house.standing("M-1").annulled()).isTrue();
        assertThat(house.currentNumber(house.key("M-1"))).isNull();
        assertThat(house.kinds()).containsExactly(Kind.ANNULLED);
    }

    @ParameterizedTest
    @CsvSource({"TA,ORSAK_GRANSKAS", "GN,ORSAK_GRANSKAS", "GS,ORSAK_GRANSKAS", "ZZ,ORSAK_OKAND"})
    void keepsOtherReasonsAndListsThem(String reason, String code) {
        Spell.Standing before = house.standing("M-1");

        Applied applied = gone(reason, DAY);

        assertThat(applied.loaded()).isEqualTo(1);
        assertThat(house.codes(applied)).containsExactly("2 orsak " + code);
        assertThat(house.standing("M-1")).isEqualTo(before);
        assertThat(house.events()).isEmpty();
    }

    @Test
    void writesEachEventOnce() {
        gone("AV", DAY);
        gone("AV", DAY);
        gone("AV", "2025-05-04");

        assertThat(house.standing("M-1").deceasedOn()).isEqualTo(LocalDate.of(2025, 5, 4));
        assertThat(house.kinds()).containsExactly(Kind.DECEASED);
    }

    @Test
    void aRemovedRowNoLongerCounts() {
        gone("AV", DAY);

        house.apply(Told.of(ALVA, "").changed(2).gone().leaves("AV", DAY));

        assertThat(house.standing("M-1").deceasedOn()).isNull();
    }

    @Test
    void holdsForAPersonWhoseNumberWasChanged() {
        house.becomes(ALVA, BO, 2);

        house.apply(Told.of(BO, "").leaves("AV", DAY));

        assertThat(house.standing("M-1").deceasedOn()).isEqualTo(THAT_DAY);
    }

    @Test
    void waitsForAPersonWhoIsNotKnownYet() {
        house.apply(Told.of(BO, "").leaves("AV", DAY));
        assertThat(house.persons()).hasSize(1);
        assertThat(house.events()).isEmpty();

        house.measured(BO, "M-2");

        assertThat(house.standing("M-2").deceasedOn()).isEqualTo(THAT_DAY);
        assertThat(house.kinds()).containsExactly(Kind.DECEASED);
    }

    @Test
    void theEventStandsOrFallsWithItsRow() {
        try {
            house.database.useTransaction(h -> {
                house.register.apply(h, java.util.List.of(Told.of(ALVA, "").leaves("AV", DAY)));
                throw new IllegalStateException("crash");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crash");
        }

        assertThat(house.events()).isEmpty();
        assertThat(house.standing("M-1").deceasedOn()).isNull();
    }
}
