package se.utfall.console;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import se.utfall.console.page.Contact;
import se.utfall.console.page.Lamp;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileReport;
import se.utfall.publish.PublishedBatch;

/**
 * The hub in numbers, read anew at each scrape. Labels are names of counterparts, rooms, codes, routes and states. What could not be read is NaN or keeps its last value, and
 * {@code utfall_parts_unread} says so.
 */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry;
    private final Hub hub;
    private final Instant started;
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final MultiGauge pollAge;
    private final MultiGauge tasks;
    private final MultiGauge routes;
    private final MultiGauge files;
    private volatile double unbalanced = Double.NaN;
    private volatile double published;
    private volatile double unread;

    Meters(PrometheusMeterRegistry registry, Hub hub, Clock clock) {
        this.registry = registry;
        this.hub = hub;
        this.started = clock.instant();
        this.pollAge = gauges("utfall.poll.age", "Age of the last successful look", "seconds");
        this.tasks = gauges("utfall.tasks.open", "Open tasks", "");
        this.routes = gauges("utfall.route.up", "1 when the route runs", "");
        this.files = gauges("utfall.files", "Case-system files by state", "");
        Gauge.builder("utfall.ledger.unbalanced", this, m -> m.unbalanced)
                .description("Ledgers that do not close")
                .register(registry);
        Gauge.builder("utfall.parts.unread", this, m -> m.unread)
                .description("Rooms that did not answer")
                .register(registry);
        FunctionCounter.builder("utfall.records.published", this, m -> m.published)
                .description("Outcome records the broker has confirmed")
                .register(registry);
        virtualMachine();
    }

    synchronized String scrape() {
        Snapshot now = hub.look(EnumSet.allOf(Part.class));
        unread = now.unreadable().size();
        pollAge.register(now.contacts().stream().map(c -> age(c, now.asOf())).toList(), true);
        routes.register(
                now.routes().stream()
                        .map(r -> Row.of(Tags.of("route", r.id()), Lamp.runs(r) ? 1 : 0))
                        .toList(),
                true);
        files.register(
                Arrays.stream(FileReport.State.values())
                        .map(s -> Row.of(Tags.of("state", s.name()), files(now, s)))
                        .toList(),
                true);
        tasks(now);
        boolean ledgers = now.has(Part.FILES) && now.has(Part.DELIVERIES);
        unbalanced = ledgers ? now.unbalanced() : Double.NaN;
        if (now.has(Part.BATCHES)) {
            published =
                    now.batches().stream().mapToLong(PublishedBatch::position).sum();
        }
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
    }

    private void tasks(Snapshot now) {
        Map<Tags, Integer> open = new HashMap<>();
        now.tasks().forEach(t -> open.merge(Tags.of("room", t.room(), "code", t.code()), 1, Integer::sum));
        tasks.register(
                open.entrySet().stream()
                        .map(e -> Row.of(e.getKey(), e.getValue()))
                        .toList(),
                true);
    }

    /** Before the first look that succeeded, the time since the hub started: a counterpart never reached grows old as well. */
    private Row<Number> age(Contact contact, Instant now) {
        Instant last = contact.last() == null ? started : contact.last();
        double seconds = Duration.between(last, now).toMillis() / 1_000.0;
        return Row.of(Tags.of("counterpart", contact.name()), seconds);
    }

    private static long files(Snapshot now, FileReport.State state) {
        return now.files().stream().filter(f -> f.state() == state).count();
    }

    private MultiGauge gauges(String name, String description, String unit) {
        MultiGauge.Builder builder = MultiGauge.builder(name).description(description);
        return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }

    private void virtualMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }
}
