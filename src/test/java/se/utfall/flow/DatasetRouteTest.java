package se.utfall.flow;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code routes/dataset.camel.yaml}. */
class DatasetRouteTest extends RealRoutes {
    private final AtomicInteger asked = new AtomicInteger();

    /** Stands for the bean {@code datasets}. */
    public final class Door {
        public void buildNext() {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void asksItsRoomAtEveryTickAndGoesOnAfterAFailure() throws Exception {
        bind("datasets", new Door());

        load("dataset");

        goesOnAfterAFailedTick("dataset", asked);
    }
}
