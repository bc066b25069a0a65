package se.utfall;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until the process is told to stop (Ctrl-C, SIGTERM); its end then waits for the hub to have closed, at most 40 seconds. */
final class Lifetime {
    private static final int PATIENCE_SECONDS = 40;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Lifetime() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "utfall-end"));
    }

    /** Returns when the process was told to stop. */
    void awaitEnd() {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void closed() {
        closed.countDown();
    }

    private void end() {
        told.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
