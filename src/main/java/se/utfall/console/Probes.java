package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.utfall.console.page.Lamp;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;

/** Health as JSON, and metrics as Prometheus reads them: states and counts only. From this machine without login, else behind it. */
final class Probes {
    private static final Set<String> PATHS = Set.of("/health/live", "/health/ready", "/metrics");
    private static final Set<Part> NEEDED = Set.of(Part.ROUTES, Part.CONTACTS);
    private final Hub hub;
    private final Meters meters;

    Probes(Hub hub, Meters meters) {
        this.hub = hub;
        this.meters = meters;
    }

    static boolean has(String path) {
        return PATHS.contains(path);
    }

    void live(Context ctx) {
        json(ctx, true, Map.of());
    }

    /** Ready to do the hub's work: the database and the broker answer, every route runs, every counterpart was reached lately. */
    void ready(Context ctx) {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", hub.databaseAnswers());
        checks.put("broker", hub.brokerAnswers());
        Snapshot now = hub.look(NEEDED);
        checks.put(
                "routes",
                now.has(Part.ROUTES)
                        && !now.routes().isEmpty()
                        && now.routes().stream().allMatch(Lamp::runs));
        checks.put("polls", now.has(Part.CONTACTS) && now.contacts().stream().allMatch(c -> c.freshAt(now.asOf())));
        boolean up = !checks.containsValue(false);
        ctx.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(ctx, up, checks);
    }

    void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private static void json(Context ctx, boolean up, Map<String, Boolean> checks) {
        String parts = checks.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + word(e.getValue()) + "\"")
                .collect(Collectors.joining(","));
        String inner = checks.isEmpty() ? "" : ",\"checks\":{" + parts + "}";
        ctx.contentType("application/json").result("{\"status\":\"" + word(up) + "\"" + inner + "}\n");
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
