package se.utfall.flow;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code routes/order.camel.yaml}. */
class OrderRouteTest extends RealRoutes {
    private final AtomicInteger asked = new AtomicInteger();

    /** Stands for the bean {@code orders}. */
    public final class Door {
        public void followEvents() {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void asksItsRoomAtEveryTickAndGoesOnAfterAFailure() throws Exception {
        bind("orders", new Door());

        load("order");

        goesOnAfterAFailedTick("order-events", asked);
    }
}
