package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code routes/linkage.camel.yaml}. */
class LinkageRouteTest extends RealRoutes {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger handedOn = new AtomicInteger();

    /** Stands for a delivery. */
    public record Delivery(String id) {
        public String getId() {
            return id;
        }
    }

    /** Stands for the bean {@code linkage}. */
    public final class Door {
        public void linkNext() {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }

        public Optional<Delivery> nextSummary() {
            return told.contains("written") ? Optional.empty() : Optional.of(new Delivery("SCB-2026-001-L001"));
        }

        public List<List<String>> summary(Delivery delivery) {
            return List.of(List.of("fil", "kod", "antal"), List.of("bas.csv", "LANKADE", "12"));
        }

        public void handOnNext() {
            if (handedOn.incrementAndGet() == 2) {
                throw new IllegalStateException();
            }
        }

        public void summaryWritten(Delivery delivery) {
            told.add("written");
        }
    }

    @BeforeEach
    void start() throws Exception {
        bind("linkage", new Door());
        load("linkage");
    }

    @Test
    void asksItsRoomAtEveryTickAndGoesOnAfterAFailure() {
        goesOnAfterAFailedTick("linkage", asked);
    }

    @Test
    void handsResultsOnAtEveryTickAndGoesOnAfterAFailure() {
        await().until(() -> handedOn.get() > 4);

        assertThat(told).contains("linkage-results failed: IllegalStateException");
        await().until(() ->
                told.stream().filter("linkage-results ended"::equals).count() > 2);
    }

    @Test
    void writesTheLedgerAsCsv() {
        await().until(() -> told.contains("written"));

        assertThat(folder.resolve("summaries/SCB-2026-001-L001.summary.csv"))
                .hasContent("fil;kod;antal\nbas.csv;LANKADE;12\n");
    }
}
