package se.utfall.demo.people;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code kostnad}: by quarter, measure, office and two kinds of cost; amounts written the ways such systems write them. */
final class CostRows extends Content {
    private static final int QUARTERS = 31;
    private static final int PER_QUARTER = Lists.COSTED.size() * Lists.OFFICES.size() * 2;
    private static final List<String> GAPS = List.of(" ", "\u00a0", "\u202f", "");

    CostRows(Cast cast) {
        super(FileType.KOSTNAD, cast);
    }

    @Override
    Stream<Fact> facts() {
        return IntStream.range(0, QUARTERS * PER_QUARTER).mapToObj(i -> new Fact(i, 0, "K" + i, row(i)));
    }

    private List<String> row(int i) {
        Dice dice = dice("K" + i);
        LocalDate start = LocalDate.of(2019, 1, 1).plusMonths(3L * (i / PER_QUARTER));
        LocalDate end = start.plusMonths(3).minusDays(1);
        int inQuarter = i % PER_QUARTER;
        String kind = Lists.COST_KINDS.get((inQuarter * 5 + inQuarter / 2) % Lists.COST_KINDS.size());
        return List.of(
                "K" + i,
                Lists.COSTED.get(inQuarter / 2 % Lists.COSTED.size()),
                Lists.OFFICES.get(inQuarter / 10),
                start.toString(),
                end.toString(),
                kind,
                amount(dice, kind.equals("STATSBIDRAG")),
                dice.chance(90) ? String.valueOf(dice.between(0, 60)) : "",
                Stamps.after(end, dice),
                "N");
    }

    private static String amount(Dice dice, boolean income) {
        String gap = dice.pick(GAPS);
        String kronor = dice.chance(10)
                ? String.valueOf(dice.between(100, 999))
                : String.format(Locale.ROOT, "%d%s%03d", dice.between(1, 899), gap, dice.below(1000));
        int decimals = dice.below(3);
        String ore = decimals == 0 ? "" : String.format(Locale.ROOT, ",%0" + decimals + "d", dice.below(10));
        return (income ? "-" : "") + kronor + ore;
    }

    @Override
    List<String> corrected(List<String> fields) {
        return Fact.with(fields, 6, "1\u00a0234,50");
    }

    @Override
    boolean renamed(Fact fact) {
        return false;
    }

    @Override
    List<String> nowNamed(Fact fact) {
        return fact.fields();
    }

    @Override
    List<String> spare(int which) {
        return Fact.with(row(which), 0, "X" + which);
    }

    @Override
    void plant(Extract extract, Sheet sheet) throws IOException {
        if (extract == Extract.FIRST) {
            sheet.row(Plant.BAD_AMOUNT, Fact.with(spare(0), 6, "12.50"));
            sheet.row(Plant.END_BEFORE_START, Fact.with(spare(1), 4, "2018-12-31"));
        }
    }
}
