package se.utfall;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.console.Console;
import se.utfall.console.Users;
import se.utfall.console.command.Refusal;
import se.utfall.demo.StartedHub;
import se.utfall.flow.Flow;
import se.utfall.flow.Rooms;
import se.utfall.publish.EmbeddedBroker;
import se.utfall.store.ProcessLock;

/** A hub that runs: lock, rooms, broker, routes and page, started in this order and closed in the other; nothing is left when one does not start. */
final class Hub implements StartedHub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Rooms rooms;
    private final Users users;
    private final String page;

    private Hub(ProcessLock lock, Settings settings, boolean routes, Clock clock) {
        parts.push(lock);
        try {
            rooms = Assembly.forTheHub(settings, clock);
            parts.push(() -> Assembly.close(rooms));
            users = new Users(rooms.database(), rooms.audit());
            if (settings.broker().embedded()) {
                parts.push(EmbeddedBroker.start(settings.broker()));
            }
            page = routes ? startRoutes(settings, clock) : "";
        } catch (RuntimeException e) {
            closeParts();
            throw e;
        }
    }

    /** Starts a hub or throws, in words for the operator where the cause is theirs to mend. */
    static Hub start(Settings settings, Clock clock, String lockedWords) {
        ProcessLock lock = ProcessLock.take(settings.data()).orElseThrow(() -> new Refusal(lockedWords));
        return new Hub(lock, settings, true, clock);
    }

    /** Rooms and broker only: nothing happens by itself. */
    static Hub startWithoutRoutes(Settings settings, Clock clock, String lockedWords) {
        ProcessLock lock = ProcessLock.take(settings.data()).orElseThrow(() -> new Refusal(lockedWords));
        return new Hub(lock, settings, false, clock);
    }

    private String startRoutes(Settings settings, Clock clock) {
        Flow flow = Flow.start(rooms, settings.flow(), clock);
        parts.push(flow);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Console console = Console.start(settings.console(), rooms, flow, users, meters, clock);
        parts.push(console);
        return console.address().toString();
    }

    @Override
    public Rooms rooms() {
        return rooms;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public String page() {
        return page;
    }

    @Override
    public void close() {
        closeParts();
    }

    private void closeParts() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("a part did not close: {}", e.getClass().getSimpleName());
            }
        }
    }
}
