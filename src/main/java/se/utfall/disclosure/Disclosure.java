package se.utfall.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.utfall.disclosure.Figure.Reason;
import se.utfall.disclosure.Figure.Shown;
import se.utfall.disclosure.Figure.Withheld;

/** The room's door: makes a table safe to show. Pure arithmetic; the same table gives the same answer. */
public final class Disclosure {
    private final Figures figures;
    private final DisclosureRules rules;
    private final BitSet withheld;
    private final int base;
    private final int counted;

    private Disclosure(FrequencyTable table, DisclosureRules rules) {
        this.figures = new Figures(table);
        this.rules = rules;
        this.withheld = Protecting.withheld(figures, Sensitive.of(figures, rules), rules);
        this.base = figures.sum(ClearedTable.BASE);
        this.counted = table.states().stream()
                .filter(s -> s.kind() == State.Kind.COUNTED)
                .map(s -> figures.sum(s.name()))
                .findFirst()
                .orElse(-1);
    }

    /** Withholds small counts, groups of whom all or none have the property, shares of few, and whatever these could be calculated from. */
    public static ClearedTable clear(FrequencyTable table, DisclosureRules rules) {
        return new Disclosure(table, rules).cleared();
    }

    private ClearedTable cleared() {
        FrequencyTable table = figures.table();
        List<ClearedTable.Row> rows = new ArrayList<>();
        for (int occasion = 0; occasion < table.occasions().size(); occasion++) {
            for (int group = 0; group < figures.grid().groups(); group++) {
                rows.add(row(occasion, group));
            }
        }
        int sharesWithheld = (int) rows.stream().filter(r -> !r.share().shown()).count();
        ClearedTable.ProtectionLog log = new ClearedTable.ProtectionLog(
                rules, figures.size(), withheld.cardinality(), rows.size(), sharesWithheld);
        return new ClearedTable(
                table.by(), figures.sums().stream().map(Figures.Sum::name).toList(), rows, log);
    }

    private ClearedTable.Row row(int occasion, int group) {
        List<Figure> counts = new ArrayList<>();
        for (int sum = 0; sum < figures.sums().size(); sum++) {
            counts.add(count(figures.id(occasion, sum, group)));
        }
        return new ClearedTable.Row(
                figures.table().occasions().get(occasion),
                names(group),
                counts,
                share(occasion, group),
                coverage(occasion, group));
    }

    private List<String> names(int group) {
        int[] at = figures.grid().ofGroup(group);
        List<String> names = new ArrayList<>();
        for (int d = 0; d < at.length; d++) {
            names.add(
                    figures.grid().total(d, at[d])
                            ? Dimension.TOTAL
                            : figures.table().by().get(d).categories().get(at[d]));
        }
        return names;
    }

    private Figure count(int id) {
        return withheld.get(id) ? new Withheld(Reason.PROTECTED) : new Shown(figures.value(id));
    }

    private Figure share(int occasion, int group) {
        if (base < 0 || counted < 0) {
            return new Withheld(Reason.NO_BASE);
        }
        int of = figures.id(occasion, base, group);
        int part = figures.id(occasion, counted, group);
        if (withheld.get(of) || withheld.get(part)) {
            return new Withheld(Reason.PROTECTED);
        }
        long with = figures.value(part);
        long without = figures.value(of) - with;
        if (figures.value(of) == 0) {
            return new Withheld(Reason.NO_BASE);
        }
        if (figures.value(of) <= rules.shareBase()) {
            return new Withheld(Reason.BASE_TOO_SMALL);
        }
        return with <= rules.shareCount() || without <= rules.shareCount()
                ? new Withheld(Reason.COUNT_TOO_SMALL)
                : new Shown(tenths(with, figures.value(of)));
    }

    private Figure coverage(int occasion, int group) {
        int all = figures.id(occasion, 0, group);
        if (base < 0 || figures.value(all) == 0) {
            return new Withheld(withheld.get(all) ? Reason.PROTECTED : Reason.NO_BASE);
        }
        int of = figures.id(occasion, base, group);
        return withheld.get(of) || withheld.get(all)
                ? new Withheld(Reason.PROTECTED)
                : new Shown(tenths(figures.value(of), figures.value(all)));
    }

    private static long tenths(long part, long whole) {
        return (2000 * part + whole) / (2 * whole);
    }
}
