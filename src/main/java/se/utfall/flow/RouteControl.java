package se.utfall.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes as an operator sees and steers them. */
public interface RouteControl {
    /**
     * A route now.
     *
     * @param status Started, Suspended, Stopped
     */
    record RouteState(String id, String description, String note, String status) {}

    List<RouteState> routes();

    void pause(String routeId);

    void resume(String routeId);

    /** Last successful look by counterpart; null until the first. */
    Map<String, @Nullable Instant> lastContact();

    /** Time between two looks by counterpart; the same names as {@link #lastContact}. */
    Map<String, Duration> pollIntervals();
}
