package se.utfall.demo.partner;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stand-in's rounds on a thread of their own. */
final class Rounds {
    private static final long STOP_SECONDS = 60;

    private Rounds() {}

    /** One round. */
    @FunctionalInterface
    interface Round {
        void step() throws IOException;
    }

    /** Until closed; a round that fails is told of and tried again. */
    static AutoCloseable start(PartnerSettings settings, Round round) {
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "partner-" + settings.name());
            thread.setDaemon(true);
            return thread;
        });
        Future<?> next = rounds.scheduleWithFixedDelay(
                () -> step(settings, round), 0, settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            next.cancel(false);
            rounds.shutdown();
            if (!rounds.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the partner's round did not end");
            }
        };
    }

    private static void step(PartnerSettings settings, Round round) {
        try {
            round.step();
        } catch (IOException | RuntimeException e) {
            settings.news().accept("FEL " + e.getClass().getSimpleName());
        }
    }
}
