package se.utfall.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacker against thousands of tables: what is withheld stays unknown. */
class AttackTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void leavesEachWithheldCountAsManyValuesAsTheSmallestCellHas(int minimum) {
        attack(400, minimum, minimum);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void leavesThemInThousandsOfOtherTables(int minimum) {
        attack(1_200, minimum, 100 + minimum);
    }

    private static void attack(int count, int minimum, long seed) {
        DisclosureRules rules = new DisclosureRules(minimum, 20, Math.max(5, minimum));
        RandomTables tables = new RandomTables(seed);

        long attacked = 0;
        for (int i = 0; i < count; i++) {
            attacked += attack(tables.next(), rules, i);
        }

        assertThat(attacked).isGreaterThan(10L * count);
    }

    private static int attack(FrequencyTable table, DisclosureRules rules, int number) {
        ClearedTable cleared = Disclosure.clear(table, rules);
        Attacker attacker = new Attacker(cleared, table.states());
        List<Attacker.Target> targets = attacker.withheld(cleared);

        List<Integer> possible = attacker.possible(targets, table, rules.minimumCell());

        for (int t = 0; t < targets.size(); t++) {
            String what = "table " + number + " " + targets.get(t).what();
            assertThat(attacker.width(targets.get(t))).as(what).isGreaterThanOrEqualTo(rules.minimumCell());
            assertThat(possible.get(t)).as(what).isGreaterThanOrEqualTo(rules.minimumCell());
        }
        return targets.size();
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void breaksTablesWhoseSmallCountsAloneAreWithheld() {
        RandomTables tables = new RandomTables(1);

        int broken = 0;
        for (int i = 0; i < 200; i++) {
            FrequencyTable table = tables.next();
            ClearedTable naive = naive(table);
            Attacker attacker = new Attacker(naive, table.states());
            broken += attacker.withheld(naive).stream().anyMatch(t -> attacker.width(t) < 5) ? 1 : 0;
        }

        assertThat(broken).isGreaterThan(100);
    }

    private static ClearedTable naive(FrequencyTable table) {
        Figures figures = new Figures(table);
        BitSet sensitive = Sensitive.of(figures, DisclosureRules.DEFAULT);
        ClearedTable shape = Disclosure.clear(table, DisclosureRules.DEFAULT);
        List<ClearedTable.Row> rows = new ArrayList<>();
        for (int occasion = 0; occasion < table.occasions().size(); occasion++) {
            for (int group = 0; group < table.grid().groups(); group++) {
                List<Figure> counts = new ArrayList<>();
                for (int sum = 0; sum < figures.sums().size(); sum++) {
                    int id = figures.id(occasion, sum, group);
                    counts.add(
                            sensitive.get(id)
                                    ? new Figure.Withheld(Figure.Reason.PROTECTED)
                                    : new Figure.Shown(figures.value(id)));
                }
                ClearedTable.Row row = shape.rows().get(rows.size());
                rows.add(new ClearedTable.Row(row.occasion(), row.group(), counts, row.share(), row.coverage()));
            }
        }
        return new ClearedTable(shape.by(), shape.columns(), rows, shape.log());
    }
}
