package se.utfall.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.utfall.disclosure.Figure.Reason;
import se.utfall.disclosure.Figure.Shown;
import se.utfall.disclosure.Figure.Withheld;

class DisclosureTest {
    private static final List<State> STATES = List.of(
            new State("YES", State.Kind.COUNTED),
            new State("NO", State.Kind.REST),
            new State("DEAD", State.Kind.PERSON),
            new State("NOT_YET", State.Kind.SOURCE));
    private static final List<Dimension> BY =
            List.of(new Dimension("workplace", List.of("A", "B")), new Dimension("sex", List.of("1", "2")));

    private final FrequencyTable table = new FrequencyTable(BY, List.of("3"), STATES);

    @Test
    void showsCountsSharesAndCoverageWhereNothingIsSmall() {
        fill("A", "1", 30, 15, 0, 5);
        fill("A", "2", 20, 25, 0, 5);
        fill("B", "1", 10, 20, 0, 0);
        fill("B", "2", 8, 16, 0, 6);

        ClearedTable.Row row = row("A", "1");

        assertThat(row.counts()).containsExactly(shown(50), shown(45), shown(30), shown(15), shown(0), shown(5));
        assertThat(row.share()).isEqualTo(shown(667));
        assertThat(row.coverage()).isEqualTo(shown(900));
        assertThat(row(Dimension.TOTAL, Dimension.TOTAL).counts().get(0)).isEqualTo(shown(160));
        assertThat(cleared().log().withheld()).isZero();
    }

    @Test
    void withholdsASmallCountAndWhatItCouldBeCalculatedFrom() {
        fill("A", "1", 30, 15, 2, 0);
        fill("A", "2", 20, 25, 9, 8);
        fill("B", "1", 10, 20, 8, 9);
        fill("B", "2", 18, 16, 7, 6);

        assertThat(count("A", "1", "DEAD")).isEqualTo(withheld());
        assertThat(cleared().log().withheld()).isGreaterThanOrEqualTo(4);
        assertThat(count(Dimension.TOTAL, Dimension.TOTAL, ClearedTable.PERSONS))
                .isEqualTo(shown(203));
    }

    @Test
    void withholdsThatAllOrNoneOfAGroupHaveTheProperty() {
        fill("A", "1", 0, 30, 0, 5);
        fill("A", "2", 30, 0, 0, 5);
        fill("B", "1", 10, 20, 0, 5);
        fill("B", "2", 18, 16, 0, 5);

        assertThat(count("A", "1", "YES")).isEqualTo(withheld());
        assertThat(count("A", "2", "NO")).isEqualTo(withheld());
        assertThat(row("A", "1").share()).isEqualTo(withheld());
    }

    @Test
    void showsThatNobodyIsYetObserved() {
        for (String workplace : List.of("A", "B")) {
            fill(workplace, "1", 0, 0, 0, 30);
            fill(workplace, "2", 0, 0, 0, 12);
        }

        assertThat(cleared().log().withheld()).isZero();
        assertThat(row("A", "1").share()).isEqualTo(new Withheld(Reason.NO_BASE));
        assertThat(row("A", "1").coverage()).isEqualTo(shown(0));
    }

    @Test
    void withholdsThatAllOfAGroupAreDead() {
        fill("A", "1", 0, 0, 9, 0);
        fill("A", "2", 20, 25, 0, 8);
        fill("B", "1", 10, 20, 0, 9);
        fill("B", "2", 18, 16, 0, 6);

        assertThat(count("A", "1", "DEAD")).isEqualTo(withheld());
    }

    @Test
    void showsNoShareOfFewOrWithFewOnEitherSide() {
        fill("A", "1", 9, 11, 0, 0);
        fill("A", "2", 5, 45, 0, 0);
        fill("B", "1", 45, 5, 0, 0);
        fill("B", "2", 6, 15, 0, 0);

        assertThat(row("A", "1").share()).isEqualTo(new Withheld(Reason.BASE_TOO_SMALL));
        assertThat(row("A", "2").share()).isEqualTo(new Withheld(Reason.COUNT_TOO_SMALL));
        assertThat(row("B", "1").share()).isEqualTo(new Withheld(Reason.COUNT_TOO_SMALL));
        assertThat(row("B", "2").share()).isEqualTo(shown(286));
    }

    @Test
    void withholdsEverythingOfAHandful() {
        fill("A", "1", 1, 1, 0, 0);

        assertThat(cleared().rows())
                .filteredOn(r -> r.group().equals(List.of(Dimension.TOTAL, Dimension.TOTAL)))
                .allSatisfy(r -> assertThat(r.counts().subList(0, 4)).containsOnly(withheld()));
    }

    @Test
    void answersTheSameTwice() {
        fill("A", "1", 30, 15, 2, 0);
        fill("A", "2", 2, 25, 3, 1);
        fill("B", "1", 1, 4, 8, 9);

        assertThat(cleared().rows()).isEqualTo(cleared().rows());
    }

    @Test
    void wantsTheSamePersonsOnEveryOccasion() {
        FrequencyTable two = new FrequencyTable(BY, List.of("3", "6"), STATES);
        two.add("3", List.of("A", "1"), "YES", 10);

        assertThatIllegalStateException().isThrownBy(() -> Disclosure.clear(two, DisclosureRules.DEFAULT));
    }

    @Test
    void takesThresholdsFromThreeToTen() {
        assertThat(new DisclosureRules(3, 20, 5).minimumCell()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new DisclosureRules(2, 20, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisclosureRules(11, 20, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisclosureRules(5, 4, 5));
    }

    @Test
    void letsNobodyElseMakeAClearedTable() {
        assertThat(ClearedTable.class.getDeclaredConstructors())
                .noneMatch(c -> Modifier.isPublic(c.getModifiers()) || Modifier.isProtected(c.getModifiers()));
    }

    private void fill(String workplace, String sex, int yes, int no, int dead, int notYet) {
        int[] counts = {yes, no, dead, notYet};
        for (int i = 0; i < counts.length; i++) {
            table.add("3", List.of(workplace, sex), STATES.get(i).name(), counts[i]);
        }
    }

    private ClearedTable cleared() {
        return Disclosure.clear(table, DisclosureRules.DEFAULT);
    }

    private ClearedTable.Row row(String workplace, String sex) {
        return cleared().rows().stream()
                .filter(r -> r.group().equals(List.of(workplace, sex)))
                .findFirst()
                .orElseThrow();
    }

    private Figure count(String workplace, String sex, String column) {
        return row(workplace, sex).counts().get(cleared().columns().indexOf(column));
    }

    private static Figure shown(long value) {
        return new Shown(value);
    }

    private static Figure withheld() {
        return new Withheld(Reason.PROTECTED);
    }
}
