package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.console.page.Pause;
import se.utfall.console.page.Reason;
import se.utfall.flow.RouteControl;
import se.utfall.notice.Reference;
import se.utfall.store.ActingUser;

/** Pausing and resuming a route: by those who operate, for a reason, with a trace before anything is done. */
final class RouteActs {
    private final RouteControl routes;
    private final AuditTrail audit;
    private final Visits visits;
    private final Clock clock;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    RouteActs(RouteControl routes, AuditTrail audit, Visits visits, Clock clock) {
        this.routes = routes;
        this.audit = audit;
        this.visits = visits;
        this.clock = clock;
    }

    /** Who paused what, since the hub started: pauses live as long. */
    Map<String, Pause> pauses() {
        return Map.copyOf(pauses);
    }

    void pause(Context ctx) {
        ActingUser by = visits.need(ctx, "operate").user();
        Pause act = act(ctx, by, Reason.toPause());
        String route = route(ctx);
        perform(by, "ROUTE_PAUSED", route, act, routes::pause);
        pauses.put(route, act);
        back(ctx, route);
    }

    void resume(Context ctx) {
        ActingUser by = visits.need(ctx, "operate").user();
        Pause act = act(ctx, by, Reason.toResume());
        String route = route(ctx);
        perform(by, "ROUTE_RESUMED", route, act, routes::resume);
        pauses.remove(route);
        back(ctx, route);
    }

    private Pause act(Context ctx, ActingUser by, List<Reason> allowed) {
        Reason reason = Reasons.reason(ctx, allowed);
        return new Pause(by.name(), reason, Reasons.reference(ctx).value(), clock.instant());
    }

    private String route(Context ctx) {
        String id = ctx.pathParam("route");
        if (routes.routes().stream().noneMatch(r -> r.id().equals(id))) {
            throw new NotFoundResponse();
        }
        return id;
    }

    private void perform(ActingUser by, String action, String route, Pause act, Consumer<String> deed) {
        String detail = new Reference(act.reference()).after(act.reason());
        audit.record(new AuditEvent(by, action, route, 0, detail));
        try {
            deed.accept(route);
        } catch (RuntimeException e) {
            audit.record(new AuditEvent(by, "ROUTE_ACT_FAILED", route, 0, action));
            throw e;
        }
    }

    private static void back(Context ctx, String route) {
        ctx.redirect("/routes#r-" + route, HttpStatus.SEE_OTHER);
    }
}
