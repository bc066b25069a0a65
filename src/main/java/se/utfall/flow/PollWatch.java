package se.utfall.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;

/** Remembers the last successful look at a counterpart's server, and raises a task when looks keep failing. */
final class PollWatch implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
    private static final int PATIENCE = 3;
    private final String counterpart;
    private final Tasks tasks;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
    private final AtomicInteger failures = new AtomicInteger();
    /** Whether a success has been seen since the start or the last failure: an open task may be from before the start. */
    private final AtomicBoolean reached = new AtomicBoolean();

    PollWatch(String counterpart, Tasks tasks, Clock clock) {
        this.counterpart = counterpart;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Null until the first look succeeded. */
    @Nullable Instant lastSuccess() {
        return last.get();
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        last.set(clock.instant());
        failures.set(0);
        if (reached.compareAndSet(false, true)) {
            tasks.resolve("flow", "COUNTERPART_SILENT", counterpart);
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        reached.set(false);
        int count = failures.incrementAndGet();
        LOG.warn("{}: look number {} in a row failed: {}", counterpart, count, Causes.describe(cause));
        if (count >= PATIENCE) {
            tasks.raise("flow", "COUNTERPART_SILENT", counterpart);
        }
        return false;
    }
}
