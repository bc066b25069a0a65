package se.utfall.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    @Test
    void countsMonthsAcrossYears() {
        int december = Periods.monthIndex(YearMonth.of(2025, 12));

        assertThat(Periods.monthIndex(LocalDate.of(2026, 1, 31))).isEqualTo(december + 1);
        assertThat(Periods.month(december)).isEqualTo(YearMonth.of(2025, 12));
        assertThat(Periods.month(december + 1)).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    void boundsAMonthAndAYear() {
        int february = Periods.monthIndex(2024, 2);

        assertThat(Periods.start(SourceRegister.BAS, february)).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(Periods.end(SourceRegister.BAS, february)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Periods.start(SourceRegister.LISA, february)).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(Periods.end(SourceRegister.LISA, february)).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(Periods.label(SourceRegister.BAS, february)).isEqualTo("2024-02");
        assertThat(Periods.label(SourceRegister.LISA, february)).isEqualTo("2024");
    }
}
