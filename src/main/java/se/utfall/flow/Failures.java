package se.utfall.flow;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;

/** Notes a step that failed: in the log by type and place, and as one task per route. The exception goes on its way. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final Tasks tasks;

    Failures(Tasks tasks) {
        this.tasks = tasks;
    }

    public void note(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure,
            @ExchangeProperty(Exchange.FAILURE_ROUTE_ID) String route) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("route {} failed: {} at {}", route, Causes.describe(failure), trace.length == 0 ? "?" : trace[0]);
        LOG.debug("route {}", route, failure);
        tasks.raise("flow", "ROUTE_FAILS", route);
    }
}
