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
    private final FrequencyTable table =
            new FrequencyTable(List.of("3"), List.of("YES"), List.of(new Dimension("measure", List.of("A", "B", "C"))));

    private void fill(String category, int yes, int rest, int outside) {
        table.add("3", List.of(category), "YES", yes);
        table.add("3", List.of(category), FrequencyTable.REST, rest);
        table.add("3", List.of(category), FrequencyTable.OUTSIDE, outside);
    }

    private ClearedTable.Row row(String category) {
        return Disclosure.clear(table, DisclosureRules.DEFAULT).rows().stream()
                .filter(r -> r.category().equals(category))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsEverythingWhereNothingIsSmall() {
        fill("A", 30, 15, 2);
        fill("B", 10, 20, 0);
        fill("C", 8, 16, 9);

        assertThat(row("A").persons()).isEqualTo(47);
        assertThat(row("A").base()).isEqualTo(new Shown(45));
        assertThat(row("A").results().get(0).count()).isEqualTo(new Shown(30));
        assertThat(row("A").results().get(0).without()).isEqualTo(new Shown(15));
        assertThat(row("A").results().get(0).share()).isEqualTo(new Shown(667));
        assertThat(row(Dimension.TOTAL).results().get(0).count()).isEqualTo(new Shown(48));
    }

    @Test
    void withholdsASmallCountAndOneMoreButNeitherPersonsNorTotals() {
        fill("A", 3, 27, 0);
        fill("B", 12, 20, 0);
        fill("C", 18, 16, 0);

        assertThat(row("A").results().get(0).count()).isEqualTo(new Withheld(Reason.PROTECTED));
        assertThat(row("B").results().get(0).count()).isEqualTo(new Withheld(Reason.PROTECTED));
        assertThat(row("C").results().get(0).count()).isEqualTo(new Shown(18));
        assertThat(row("A").base()).isEqualTo(new Shown(30));
        assertThat(row(Dimension.TOTAL).results().get(0).count()).isEqualTo(new Shown(33));
    }

    @Test
    void withholdsThatAllOrNobodyOfAGroupHaveTheProperty() {
        fill("A", 0, 30, 0);
        fill("B", 30, 0, 0);
        fill("C", 18, 16, 5);

        assertThat(row("A").results().get(0).count().shown()).isFalse();
        assertThat(row("B").results().get(0).without().shown()).isFalse();
    }

    @Test
    void withholdsASmallTotalInAllGroups() {
        fill("A", 2, 30, 0);
        fill("B", 0, 30, 0);
        fill("C", 1, 16, 5);

        assertThat(row(Dimension.TOTAL).results().get(0).count().shown()).isFalse();
        assertThat(row("B").results().get(0).count().shown()).isFalse();
        assertThat(row(Dimension.TOTAL).base()).isEqualTo(new Shown(79));
    }

    @Test
    void showsThatNobodyIsKnownYet() {
        fill("A", 0, 0, 30);
        fill("B", 0, 0, 30);
        fill("C", 0, 0, 25);

        assertThat(row("A").base()).isEqualTo(new Shown(0));
        assertThat(row("A").results().get(0).share()).isEqualTo(new Withheld(Reason.NO_BASE));
    }

    @Test
    void showsNoShareOfFewOrWithFewOnEitherSide() {
        fill("A", 9, 11, 0);
        fill("B", 5, 45, 0);
        fill("C", 21, 40, 0);

        assertThat(row("A").results().get(0).share()).isEqualTo(new Withheld(Reason.BASE_TOO_SMALL));
        assertThat(row("B").results().get(0).share()).isEqualTo(new Withheld(Reason.COUNT_TOO_SMALL));
        assertThat(row("C").results().get(0).share()).isEqualTo(new Shown(344));
    }

    @Test
    void refusesGroupsThatAreTooSmallToBeNamed() {
        fill("A", 9, 10, 0);
        fill("B", 25, 45, 0);
        fill("C", 21, 40, 0);

        assertThatIllegalStateException().isThrownBy(() -> row("A"));
    }

    @Test
    void wantsTheSamePersonsOnEveryOccasion() {
        FrequencyTable two = new FrequencyTable(List.of("3", "6"), List.of("YES"), List.of());
        two.add("3", List.of(), "YES", 30);

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
}
