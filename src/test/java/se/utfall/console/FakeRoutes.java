package se.utfall.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import se.utfall.flow.RouteControl;

/** Routes in memory; one of them cannot be paused. */
final class FakeRoutes implements RouteControl {
    static final String STUBBORN = "dataset";
    final Map<String, String> status =
            new ConcurrentSkipListMap<>(Map.of("publish", "Started", "linkage", "Suspended", STUBBORN, "Started"));

    @Override
    public List<RouteState> routes() {
        return status.entrySet().stream()
                .map(e -> Pictures.route(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public void pause(String routeId) {
        if (routeId.equals(STUBBORN)) {
            throw new IllegalStateException("secret words of an exception");
        }
        status.put(routeId, "Suspended");
    }

    @Override
    public void resume(String routeId) {
        status.put(routeId, "Started");
    }

    @Override
    public Map<String, @Nullable Instant> lastContact() {
        return Map.of();
    }

    @Override
    public Map<String, Duration> pollIntervals() {
        return Map.of("SCB", Duration.ofMinutes(1));
    }
}
