package se.utfall.flow;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code routes/linkage.camel.yaml}. */
class LinkageRouteTest extends RealRoutes {
    private final AtomicInteger asked = new AtomicInteger();

    /** Stands for the bean {@code linkage}. */
    public final class Door {
        public void linkNext() {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void asksItsRoomAtEveryTickAndGoesOnAfterAFailure() throws Exception {
        bind("linkage", new Door());

        load("linkage");

        goesOnAfterAFailedTick("linkage", asked);
    }
}
