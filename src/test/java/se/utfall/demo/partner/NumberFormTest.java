package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void acceptsEveryOfficialTestNumber() {
        assertThat(TestPeople.all()).hasSize(21_726).allMatch(n -> NumberForm.holds(n, TODAY));
        assertThat(TestPeople.coordination())
                .hasSize(2_240)
                .allMatch(n -> NumberForm.holds(n, TODAY) && NumberForm.coordination(n));
        assertThat(TestPeople.all()).noneMatch(NumberForm::coordination);
    }

    @Test
    void refusesEveryOtherDigitAfterTheCentury() {
        for (String number : TestPeople.personal().subList(0, 200)) {
            for (int at = 2; at < 12; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String changed = number.substring(0, at) + digit + number.substring(at + 1);
                    assertThat(NumberForm.holds(changed, TODAY)).isEqualTo(changed.equals(number));
                }
            }
        }
    }

    @Test
    void refusesOtherForms() {
        String number = TestPeople.personal().get(0);
        String young = TestPeople.all().stream()
                .filter(n -> n.startsWith("1930"))
                .findFirst()
                .orElseThrow();

        assertThat(List.of(
                        "",
                        number.substring(2),
                        number + "0",
                        " " + number,
                        "17" + number.substring(2),
                        "20" + young.substring(2),
                        number.substring(0, 8) + "-" + number.substring(8)))
                .noneMatch(n -> NumberForm.holds(n, TODAY));
    }
}
