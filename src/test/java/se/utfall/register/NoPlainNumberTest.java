package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.register.RegisterHouse.ALL;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;
import static se.utfall.register.RegisterHouse.CLEO;
import static se.utfall.register.RegisterHouse.DAN;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.utfall.person.PersonalNumber;
import se.utfall.store.TestDatabase;

/** Identities at rest: the database alone names nobody. */
class NoPlainNumberTest extends HouseTest {
    @Test
    void noFileOfTheDatabaseHoldsANumber() {
        everyKindOfRow();

        String bytes = TestDatabase.everything(folder);
        assertThat(bytes.indexOf("M-4")).as("the rows are in what is searched").isPositive();
        for (PersonalNumber number : ALL) {
            for (String digits : written(number)) {
                assertThat(bytes.indexOf(digits)).as("a number in the database").isNegative();
            }
        }
    }

    private static List<String> written(PersonalNumber number) {
        String digits = number.digits();
        return List.of(
                digits,
                digits.substring(2),
                digits.substring(0, 8) + "-" + digits.substring(8),
                digits.substring(2, 8));
    }

    private void everyKindOfRow() {
        for (int i = 0; i < ALL.size(); i++) {
            PersonalNumber number = ALL.get(i);
            house.enrolled(number, "E-" + i);
            house.apply(Told.of(number, "E-" + i).exit());
            house.measured(number, "M-" + i);
            house.apply(Told.of(number, "S-" + i).rating("Q1"));
            house.apply(Told.of(number, "").leaves("UV", "2025-01-01"));
            house.apply(Told.of(number, "").changed(2).gone().leaves("UV", "2025-01-01"));
        }
        house.becomes(ALVA, BO, 2);
        house.apply(
                Told.of(CLEO, "").changed(3).becomes(BO),
                Told.of(CLEO, "").changed(3).line(3).becomes(DAN),
                Told.of(BO, "").line(4).becomes(ALVA));
    }

    @Test
    void aNumberMovedToAnotherRowDoesNotOpen() {
        house.enrolled(ALVA, "E-1").enrolled(BO, "E-2").measured(BO, "M-2");

        house.database.useTransaction(h -> h.execute("UPDATE person_number SET sealed ="
                + " (SELECT sealed FROM person_number WHERE number_id = 1) WHERE number_id = 2"));

        assertThatThrownBy(() -> house.measure("M-2")).hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class);
    }

    @Test
    void theSameNumberIsFoundAgainAfterARestart() {
        house.enrolled(ALVA, "E-1").measured(ALVA, "M-1");
        var key = house.key("M-1");
        house.close();

        house = new RegisterHouse(folder);
        house.measured(ALVA, "M-2");

        assertThat(house.key("M-2")).isEqualTo(key);
        assertThat(house.measure("M-2").number()).isEqualTo(ALVA);
    }
}
