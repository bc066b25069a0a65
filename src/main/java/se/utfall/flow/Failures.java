package se.utfall.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;

/** Notes a step that failed: in the log by type and place, and as one task per route until the route succeeds again. The exception goes on its way. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String ROOM = "flow";
    private static final String CODE = "ROUTE_FAILS";
    private final Tasks tasks;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Failures(Tasks tasks) {
        this.tasks = tasks;
        tasks.listOpen().stream()
                .filter(t -> t.room().equals(ROOM) && t.code().equals(CODE))
                .forEach(t -> failing.add(t.subject()));
    }

    public void note(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure,
            @ExchangeProperty(Exchange.FAILURE_ROUTE_ID) String route) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("route {} failed: {} at {}", route, Causes.describe(failure), trace.length == 0 ? "?" : trace[0]);
        LOG.debug("route {}", route, failure);
        failing.add(route);
        tasks.raise(ROOM, CODE, route);
    }

    /** The route came to its end. */
    public void ended(String route) {
        if (failing.remove(route)) {
            tasks.resolve(ROOM, CODE, route);
        }
    }
}
