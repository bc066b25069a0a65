package se.utfall.dataset;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Keeps a dataset claimed while it is being built; ends when the building does, or its process. */
final class Lease implements AutoCloseable {
    /** How long a claim stands without being renewed: a hub that was killed holds it no longer. */
    static final Duration LENGTH = Duration.ofSeconds(60);

    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> renewal;

    Lease(Runnable renew) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "dataset-lease");
            thread.setDaemon(true);
            return thread;
        });
        long step = LENGTH.toMillis() / 4;
        renewal = timer.scheduleWithFixedDelay(renew, step, step, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        renewal.cancel(false);
        timer.shutdownNow();
    }
}
