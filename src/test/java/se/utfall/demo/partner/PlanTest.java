package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int FROM = Months.of(YearMonth.of(2024, 1));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 12, 13, 24, 33, 50})
    void coversEachMonthOnceAndSplitsWhatCanBeSplit(int months) {
        Plan plan = plan(months);
        int last = Math.min(FROM + months - 1, Months.of(YearMonth.of(2026, 9)));

        List<Table> first = plan.tables(Stage.PRELIMINARY);
        List<Table> second = plan.tables(Stage.DEFINITIVE);

        int held = last - FROM + 1 > 12 ? 6 : last - FROM + 1 > 3 ? 3 : 0;
        assertThat(covered(first, Register.BAS)).isEqualTo(range(last - held));
        assertThat(covered(second, Register.BAS)).isEqualTo(range(last));
        assertThat(covered(first, Register.EKB))
                .isEqualTo(covered(second, Register.EKB))
                .isEqualTo(range(last));
        assertThat(first).noneMatch(Table::definitive);
        assertThat(second).hasSize(months == 1 ? 2 : 3);
        assertThat(second).filteredOn(t -> !t.definitive()).allMatch(t -> t.register() == Register.BAS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 24})
    void stepsBackOverExactlyTheDefinitiveMonths(int months) {
        Plan plan = plan(months);

        List<Table> definitive = plan.tables(Stage.DEFINITIVE).stream()
                .filter(t -> t.definitive() && t.register() == Register.BAS)
                .toList();

        assertThat(covered(plan.stepBack(), Register.BAS)).isEqualTo(covered(definitive, Register.BAS));
        assertThat(plan.stepBack()).noneMatch(Table::definitive);
    }

    private static Plan plan(int months) {
        Map<Register, List<Variable>> all = Map.of(
                Register.BAS, Variable.of(Register.BAS),
                Register.EKB, Variable.of(Register.EKB));
        return new Plan(new OrderTerms(all, OrderTerms.Mode.FIL, FROM, FROM + months - 1), TODAY, 6);
    }

    /** Fails on a month that two tables hold. */
    private static List<Integer> covered(List<Table> tables, Register register) {
        List<Integer> months = new ArrayList<>();
        for (Table table : tables) {
            for (int month = table.from(); table.register() == register && month <= table.to(); month++) {
                months.add(month);
            }
        }
        assertThat(months).doesNotHaveDuplicates();
        return months.stream().sorted().toList();
    }

    private static List<Integer> range(int last) {
        List<Integer> months = new ArrayList<>();
        for (int month = FROM; month <= last; month++) {
            months.add(month);
        }
        return months;
    }
}
