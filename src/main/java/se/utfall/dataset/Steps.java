package se.utfall.dataset;

import java.util.ArrayList;
import java.util.List;
import se.utfall.order.OrderView;
import se.utfall.register.RegisterCounts;

/** From the case system's rows to the persons of the dataset, step by step; each step with its count. The register's two are as they stand now. */
record Steps(List<List<String>> steps) {
    static final String CSV = "quality/population.csv";
    static final List<String> HEADER = List.of("step", "count");

    static Steps of(RegisterCounts register, Funnel funnel) {
        List<List<String>> steps = new ArrayList<>();
        long rows =
                register.current().values().stream().mapToLong(Long::longValue).sum();
        OrderView.Funnel p = funnel.population();
        add(steps, "case_system_rows", rows);
        add(steps, "case_system_persons", register.persons());
        add(steps, "events", p.spells());
        add(steps, "persons", p.persons());
        add(steps, "protected_excluded", p.protectedExcluded());
        add(steps, "annulled", p.annulled());
        add(steps, "flagged", p.flagged());
        add(steps, "ordered", p.ordered());
        add(steps, "recalled", funnel.recalled());
        add(steps, "sent_not_recalled", funnel.sent());
        return new Steps(steps);
    }

    private static void add(List<List<String>> steps, String step, long count) {
        steps.add(List.of(step, Long.toString(count)));
    }

    /** Step, in words, count. */
    List<List<String>> shown() {
        return steps.stream()
                .map(s -> List.of(s.get(0), Words.of("funnel." + s.get(0)).sv(), Numbers.shown(s.get(1))))
                .toList();
    }
}
