package se.utfall.flow;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code routes/publish.camel.yaml}. */
class PublishRouteTest extends RealRoutes {
    private final AtomicInteger asked = new AtomicInteger();

    /** Stands for the bean {@code publishing}. */
    public final class Door {
        public void publishNext() {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void asksItsRoomAtEveryTickAndGoesOnAfterAFailure() throws Exception {
        bind("publishing", new Door());

        load("publish");

        goesOnAfterAFailedTick("publish", asked);
    }
}
