package se.utfall.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacker against many tables: what is withheld stays unknown. */
class AttackTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void leavesEachWithheldCountAsManyValuesAsTheSmallestCellHas(int minimum) {
        attack(150, minimum, minimum);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void leavesThemInHundredsOfOtherTables(int minimum) {
        attack(2_000, minimum, 100 + minimum);
    }

    private static void attack(int count, int minimum, long seed) {
        DisclosureRules rules = new DisclosureRules(minimum, 20, Math.max(5, minimum));
        RandomTables tables = new RandomTables(seed);
        int attacked = 0;
        for (int i = 0; i < count; i++) {
            ClearedTable cleared = Disclosure.clear(tables.next(rules.smallestGroup()), rules);
            Attacker attacker = new Attacker(cleared);
            for (Attacker.Target target : attacker.targets()) {
                assertThat(attacker.values(target, minimum))
                        .as("table %s %s", i, target)
                        .isGreaterThanOrEqualTo(minimum);
                attacked++;
            }
        }
        assertThat(attacked).isGreaterThan(5 * count);
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void breaksTablesWhoseSmallCountsAloneAreWithheld() {
        RandomTables tables = new RandomTables(1);
        int broken = 0;
        for (int i = 0; i < 30; i++) {
            ClearedTable naive = Disclosure.clear(tables.next(20), DisclosureRules.DEFAULT, Withholding::sensitiveOnly);
            Attacker attacker = new Attacker(naive);
            broken += attacker.targets().stream().anyMatch(t -> attacker.values(t, 5) < 5) ? 1 : 0;
        }
        assertThat(broken).isGreaterThan(10);
    }

    @Test
    void answersTheSameTwice() {
        List<ClearedTable.Row> once = Disclosure.clear(new RandomTables(7).next(20), DisclosureRules.DEFAULT)
                .rows();
        List<ClearedTable.Row> again = Disclosure.clear(new RandomTables(7).next(20), DisclosureRules.DEFAULT)
                .rows();

        assertThat(once).isEqualTo(again);
    }
}
