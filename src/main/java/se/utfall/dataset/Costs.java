package se.utfall.dataset;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import se.utfall.order.EventWindow;
import se.utfall.register.BookedCost;

/** Booked costs by measure: those whose period lies wholly within the time of the events; those that only touch it are left out, and counted. */
final class Costs {
    private final EventWindow window;
    private final Map<String, Sum> sums = new HashMap<>();

    private Costs(EventWindow window) {
        this.window = window;
    }

    /** Of one measure or several. */
    record Sum(long rows, long ore, long partly) {
        static final Sum NONE = new Sum(0, 0, 0);

        Sum and(Sum other) {
            return new Sum(rows + other.rows, Math.addExact(ore, other.ore), partly + other.partly);
        }
    }

    static Costs read(RegisterDoor register, EventWindow window) {
        Costs costs = new Costs(window);
        register.eachCost(costs::add);
        return costs;
    }

    private void add(BookedCost cost) {
        boolean begins = !cost.periodStart().isBefore(from());
        boolean ends = !cost.periodEnd().isAfter(window.to());
        boolean touches =
                !cost.periodEnd().isBefore(from()) && !cost.periodStart().isAfter(window.to());
        if (begins && ends) {
            sums.merge(cost.measureType(), new Sum(1, cost.amountOre(), 0), Sum::and);
        } else if (touches) {
            sums.merge(cost.measureType(), new Sum(0, 0, 1), Sum::and);
        }
    }

    private LocalDate from() {
        LocalDate from = window.from();
        return from == null ? LocalDate.MIN : from;
    }

    /** @param category a measure, or several put together with {@code +} */
    Sum of(String category) {
        Sum sum = Sum.NONE;
        for (String measure : category.split("\\+", -1)) {
            sum = sum.and(sums.getOrDefault(measure, Sum.NONE));
        }
        return sum;
    }
}
