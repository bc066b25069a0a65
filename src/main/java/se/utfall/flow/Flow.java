package se.utfall.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import se.utfall.store.Sighting;

/** Binds the doors as beans, reads {@code routes/*.camel.yaml} once, makes one set of routes per counterpart, and starts them. */
public final class Flow implements RouteControl, AutoCloseable {
    private final Rooms rooms;
    private final FlowSettings settings;
    private final Clock clock;
    private final Main main = new Main();
    private final Map<String, PollWatch> polls = new TreeMap<>();

    private Flow(Rooms rooms, FlowSettings settings, Clock clock) {
        this.rooms = rooms;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts all routes or throws {@link RoutesRefusedException}; nothing is left running when it throws. */
    public static Flow start(Rooms rooms, FlowSettings settings, Clock clock) {
        Flow flow = new Flow(rooms, settings, clock);
        try {
            flow.configure();
            flow.main.start();
            new Counterparts(settings, rooms.workArea().root()).addTo(flow.context());
            return flow;
        } catch (Exception e) {
            flow.close();
            throw new RoutesRefusedException(e);
        }
    }

    private void configure() {
        main.configure()
                .withName("utfall")
                .withAutoConfigurationEnabled(false)
                .withRoutesIncludePattern("file:" + settings.routes().toAbsolutePath() + "/*.camel.yaml")
                .withJmxEnabled(false)
                .withMessageHistory(false)
                .withShutdownTimeout(30)
                .withDumpRoutes("false");
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty("utfall.tick", Long.toString(settings.tick().toMillis()));
        main.addInitialProperty("utfall.rejects", settings.tables().rejects().toString());
        main.addInitialProperty(
                "utfall.summaries", settings.tables().summaries().toString());
        main.addInitialProperty("utfall.codes", settings.tables().codes().toString());
        bindDoors();
        settings.sources().forEach((name, source) -> bind(name, source.server(), rooms.intake()::wants));
        settings.partners().forEach((name, partner) -> bind(name, partner.server(), rooms.exchange()::wants));
    }

    private void bindDoors() {
        main.bind("failures", new Failures(rooms.tasks()));
        main.bind("intake", rooms.intake());
        main.bind("orders", rooms.orders());
        main.bind("exchange", rooms.exchange());
        main.bind("uploads", new Uploads(rooms.exchange()));
        main.bind("linkage", rooms.linkage());
        main.bind("publishing", rooms.publishing());
        main.bind("datasets", rooms.datasets());
        main.bind("retention", rooms.retention());
    }

    private void bind(String counterpart, SftpServer server, Predicate<Sighting> wanted) {
        PollWatch watch = new PollWatch(counterpart, rooms.tasks(), clock);
        polls.put(counterpart, watch);
        main.bind(counterpart + ".polls", watch);
        StillFilter still = new StillFilter(counterpart, server.still(), wanted, clock);
        main.bind(counterpart + ".filter", still);
        main.bind(counterpart + ".arrivals", new Arrivals(counterpart, rooms.workArea(), rooms.intake(), still));
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public List<RouteState> routes() {
        return context().getRoutes().stream()
                .map(r -> new RouteState(
                        r.getRouteId(),
                        orEmpty(r.getDescription()),
                        orEmpty(r.getNote()),
                        String.valueOf(context().getRouteController().getRouteStatus(r.getRouteId()))))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void pause(String routeId) {
        try {
            context().getRouteController().suspendRoute(routeId);
        } catch (Exception e) {
            throw new IllegalStateException("could not pause " + routeId, e);
        }
    }

    @Override
    public void resume(String routeId) {
        try {
            context().getRouteController().resumeRoute(routeId);
        } catch (Exception e) {
            throw new IllegalStateException("could not resume " + routeId, e);
        }
    }

    @Override
    public Map<String, @Nullable Instant> lastContact() {
        Map<String, @Nullable Instant> contacts = new TreeMap<>();
        polls.forEach((name, watch) -> contacts.put(name, watch.lastSuccess()));
        return contacts;
    }

    @Override
    public Map<String, Duration> pollIntervals() {
        Map<String, Duration> intervals = new TreeMap<>();
        settings.sources().forEach((name, s) -> intervals.put(name, s.server().poll()));
        settings.partners().forEach((name, p) -> intervals.put(name, p.server().poll()));
        return intervals;
    }

    @Override
    public void close() {
        main.stop();
    }
}
