package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(second)
                .filteredOn(t -> !t.definitive() && t.register() != Register.LISA)
                .hasSize(months == 1 ? 0 : 1)
                .allMatch(t -> t.register() == Register.BAS);
    }

    /** AF knows the month that has just ended. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 33, 34, 35, 50})
    void takesAfUpToTheLastWholeMonth(int months) {
        int last = Math.min(FROM + months - 1, Months.of(YearMonth.of(2026, 10)));

        assertThat(covered(plan(months).tables(Stage.DEFINITIVE), Register.AF)).isEqualTo(range(last));
    }

    /** An order covers every year that one of its months lies in; 2024 is known from May 2026, 2025 from May 2027. */
    @ParameterizedTest
    @CsvSource({
        "2022-12, 2022-12, 2026-11-24, 2022",
        "2022-12, 2023-01, 2026-11-24, 2022 2023",
        "2023-05, 2026-06, 2026-11-24, 2023 2024",
        "2023-05, 2026-06, 2026-05-01, 2023 2024",
        "2023-05, 2026-06, 2026-04-30, 2023",
        "2023-05, 2026-06, 2027-05-01, 2023 2024 2025",
        "2025-01, 2026-06, 2026-11-24, ''"
    })
    void takesYearsOfLisaThatCanExist(String from, String to, LocalDate today, String years) {
        OrderTerms terms = new OrderTerms(
                Map.of(Register.LISA, Variable.of(Register.LISA)),
                OrderTerms.Mode.FIL,
                Months.of(YearMonth.parse(from)),
                Months.of(YearMonth.parse(to)));
        Plan plan = new Plan(terms, today, 6);

        for (Stage stage : Stage.values()) {
            assertThat(plan.tables(stage).stream().flatMap(PlanTest::labels)).isEqualTo(words(years));
        }
        List<Table> definitive = plan.tables(Stage.DEFINITIVE);
        assertThat(plan.tables(Stage.PRELIMINARY)).noneMatch(Table::definitive);
        assertThat(definitive.stream().filter(Table::definitive).flatMap(PlanTest::labels))
                .hasSize(
                        words(years).size() < 2
                                ? words(years).size()
                                : words(years).size() - 1);
    }

    private static List<String> words(String some) {
        return some.isEmpty() ? List.of() : List.of(some.split(" ", -1));
    }

    private static Stream<String> labels(Table table) {
        return IntStream.range(0, table.periods()).mapToObj(table::label);
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
                Register.EKB, Variable.of(Register.EKB),
                Register.AF, Variable.of(Register.AF));
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
