package se.utfall.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.order.OrderView;
import se.utfall.outcome.Observation;

/**
 * From the events found to the persons linked, by register and period. The sums must close: {@code persons = excluded + ordered}, {@code ordered = recalled + sent},
 * {@code sent = all observations}, and where a table covers the period {@code persons at delivery = returned + not returned = sent + recalled since}.
 */
record Funnel(OrderView.Funnel population, long sent, List<Line> lines) {
    private static final List<String> HEADER = List.of(
            "register",
            "period",
            "delivery",
            "source_status",
            "events",
            "persons",
            "protected_excluded",
            "annulled",
            "flagged",
            "ordered",
            "recalled",
            "sent_not_recalled",
            "persons_at_delivery",
            "recalled_since",
            "returned",
            "not_returned",
            "linked");

    /**
     * One register and period.
     *
     * @param ledger null when no table covers it
     */
    record Line(
            String register,
            String period,
            @Nullable String delivery,
            String status,
            @Nullable PeriodLedger ledger,
            Map<Observation, Long> observed) {
        long of(Observation observation) {
            return observed.getOrDefault(observation, 0L);
        }

        long all() {
            return observed.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean closes(long sent) {
            if (all() != sent) {
                return false;
            }
            if (ledger == null) {
                return of(Observation.OBSERVED) == 0;
            }
            long since = ledger.persons() - sent;
            return ledger.persons() == ledger.returned() + ledger.notReturned()
                    && since >= 0
                    && of(Observation.OBSERVED) <= ledger.returned()
                    && ledger.returned() <= of(Observation.OBSERVED) + since;
        }
    }

    /** @param counts rows of {@code linkage-funnel.sql}; throws {@link IllegalStateException} when a sum does not close */
    static Funnel of(Content content, @Nullable List<List<@Nullable String>> counts) {
        Map<List<String>, Line> lines = new LinkedHashMap<>();
        for (List<@Nullable String> count : Objects.requireNonNull(counts)) {
            String register = Objects.requireNonNull(count.get(0));
            String period = Objects.requireNonNull(count.get(1));
            String delivery = count.get(2);
            String status = Objects.requireNonNull(count.get(3));
            lines.computeIfAbsent(
                            List.of(register, period),
                            k -> new Line(
                                    register,
                                    period,
                                    delivery,
                                    status,
                                    ledger(content.deliveries(), delivery, register, period),
                                    new EnumMap<>(Observation.class)))
                    .observed()
                    .merge(Observation.valueOf(count.get(4)), Long.valueOf(count.get(5)), Long::sum);
        }
        Funnel funnel = new Funnel(content.order().funnel(), content.persons(), List.copyOf(lines.values()));
        funnel.check();
        return funnel;
    }

    private static @Nullable PeriodLedger ledger(
            List<LinkedDelivery> deliveries, @Nullable String delivery, String register, String period) {
        return deliveries.stream()
                .filter(d -> d.id().value().equals(delivery))
                .flatMap(d -> d.tables().stream())
                .filter(t -> t.register().source().equals(register))
                .flatMap(t -> t.periods().stream())
                .filter(p -> p.period().equals(period))
                .findFirst()
                .orElse(null);
    }

    private void check() {
        OrderView.Funnel p = population;
        if (p.persons() != p.ordered() + p.protectedExcluded() + p.annulled() + p.flagged() || sent > p.ordered()) {
            throw new IllegalStateException("the population's sums do not close");
        }
        for (Line line : lines) {
            if (!line.closes(sent)) {
                throw new IllegalStateException(
                        "the sums of " + line.register() + " " + line.period() + " do not close");
            }
        }
    }

    long recalled() {
        return population.ordered() - sent;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(HEADER);
        for (Observation observation : Observation.values()) {
            if (observation != Observation.OBSERVED) {
                header.add("obs_" + observation.name().toLowerCase(Locale.ROOT));
            }
        }
        return header;
    }

    List<List<String>> rows() {
        return lines.stream().map(this::row).toList();
    }

    private List<String> row(Line line) {
        List<String> row = new ArrayList<>(
                List.of(line.register(), line.period(), line.delivery() == null ? "" : line.delivery(), line.status()));
        OrderView.Funnel p = population;
        for (long count : new long[] {
            p.spells(), p.persons(), p.protectedExcluded(), p.annulled(), p.flagged(), p.ordered(), recalled(), sent
        }) {
            row.add(Long.toString(count));
        }
        row.addAll(ledgerCells(line.ledger()));
        row.add(Long.toString(line.of(Observation.OBSERVED)));
        for (Observation observation : Observation.values()) {
            if (observation != Observation.OBSERVED) {
                row.add(Long.toString(line.of(observation)));
            }
        }
        return row;
    }

    private List<String> ledgerCells(@Nullable PeriodLedger ledger) {
        return ledger == null
                ? List.of("", "", "", "")
                : List.of(
                        Long.toString(ledger.persons()),
                        Long.toString(ledger.persons() - sent),
                        Long.toString(ledger.returned()),
                        Long.toString(ledger.notReturned()));
    }
}
