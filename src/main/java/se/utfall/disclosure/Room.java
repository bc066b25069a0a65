package se.utfall.disclosure;

import java.util.List;
import java.util.function.Predicate;

/** How many values a figure could have, by shifts done one after the other, each on what the ones before left in the cells; upwards and downwards apart. */
final class Room {
    private final long[] above;
    private final long[] below;
    private final int enough;
    private final Predicate<int[]> hidden;
    private long values = 1;

    /** @param hidden whether figures are all withheld */
    Room(long[] cells, int enough, Predicate<int[]> hidden) {
        this.above = cells;
        this.below = cells.clone();
        this.enough = enough;
        this.hidden = hidden;
    }

    void add(Shift shift) {
        List<List<Shift.Way>> ways = shift.ways().stream()
                .map(here ->
                        here.stream().filter(way -> hidden.test(way.changed())).toList())
                .toList();
        values += take(ways, above, true);
        values += take(ways, below, false);
    }

    boolean enough() {
        return values >= enough;
    }

    /** As often as every occasion has a way to do it. */
    private long take(List<List<Shift.Way>> ways, long[] left, boolean up) {
        long times = enough;
        for (List<Shift.Way> here : ways) {
            times = Math.min(
                    times, here.stream().mapToLong(way -> times(way, left, up)).sum());
        }
        for (List<Shift.Way> here : ways) {
            long rest = times;
            for (Shift.Way way : here) {
                long some = Math.min(rest, times(way, left, up));
                for (int cell : up ? way.losing() : way.gaining()) {
                    left[cell] -= some;
                }
                rest -= some;
            }
        }
        return times;
    }

    private long times(Shift.Way way, long[] left, boolean up) {
        return Math.min(enough, Shift.times(up ? way.losing() : way.gaining(), left));
    }
}
