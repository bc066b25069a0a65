package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    @Test
    void leavesLargeOnesAloneInTheirOrder() {
        assertThat(merged(Map.of("B", 30L, "A", 40L)).keySet()).containsExactly("A", "B");
        assertThat(merged(Map.of("B", 30L, "A", 40L)).values()).containsExactly("A", "B");
    }

    @Test
    void putsASmallOneTogetherWithTheNextSmallest() {
        assertThat(merged(Map.of("A", 90L, "B", 30L, "C", 3L)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "A", "B", "B+C", "C", "B+C"));
    }

    @Test
    void putsSmallOnesTogetherWhenThatIsEnough() {
        assertThat(merged(Map.of("A", 90L, "B", 12L, "C", 9L)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "A", "B", "B+C", "C", "B+C"));
    }

    @Test
    void leavesOutWhatNobodyIsIn() {
        assertThat(merged(Map.of("C", 25L))).containsOnlyKeys("C");
    }

    @Test
    void keepsOneThatIsAllThereIs() {
        assertThat(merged(Map.of("C", 2L))).containsExactlyEntriesOf(Map.of("C", "C"));
    }

    private static Map<String, String> merged(Map<String, Long> persons) {
        Categories categories = new Categories(List.of("A", "B", "C"));
        persons.forEach(categories::add);
        return categories.merged(20);
    }
}
