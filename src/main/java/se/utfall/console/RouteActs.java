package se.utfall.console;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
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
import se.utfall.store.ActingUser;

/** Pausing and resuming a route: by those who operate, for a reason, with a trace before anything is done. */
final class RouteActs {
    private static final int MOST_DIGITS = 8;
    private final RouteControl routes;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    RouteActs(RouteControl routes, AuditTrail audit, Clock clock) {
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who paused what, since the hub started: pauses live as long. */
    Map<String, Pause> pauses() {
        return Map.copyOf(pauses);
    }

    void pause(Context ctx) {
        Pause act = act(ctx, Reason.toPause());
        String route = route(ctx);
        perform(ctx, "ROUTE_PAUSED", act, routes::pause);
        pauses.put(route, act);
        back(ctx, route);
    }

    void resume(Context ctx) {
        Pause act = act(ctx, Reason.toResume());
        String route = route(ctx);
        perform(ctx, "ROUTE_RESUMED", act, routes::resume);
        pauses.remove(route);
        back(ctx, route);
    }

    private Pause act(Context ctx, List<Reason> allowed) {
        Visitor visitor = operator(ctx);
        Reason reason =
                Reason.find(allowed, String.valueOf(ctx.formParam("reason"))).orElseThrow(BadRequestResponse::new);
        return new Pause(visitor.user().name(), reason, reference(ctx), clock.instant());
    }

    private Visitor operator(Context ctx) {
        try {
            return Visits.need(ctx, "operate");
        } catch (ForbiddenResponse e) {
            ActingUser by = Visits.need(ctx, Users.ROLES.toArray(String[]::new)).user();
            audit.record(new AuditEvent(by, "ROUTE_ACT_REFUSED", route(ctx), 0, "ROLE"));
            throw e;
        }
    }

    /** An errand's number, not a person's: so many digits are none. */
    private static String reference(Context ctx) {
        String reference = String.valueOf(ctx.formParamMap()
                        .getOrDefault("reference", List.of(""))
                        .get(0))
                .strip();
        boolean plain = reference.matches("[A-Za-z0-9-]{0,20}")
                && reference.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
        if (!plain) {
            throw new BadRequestResponse();
        }
        return reference;
    }

    private String route(Context ctx) {
        String id = ctx.pathParam("route");
        if (routes.routes().stream().noneMatch(r -> r.id().equals(id))) {
            throw new NotFoundResponse();
        }
        return id;
    }

    private void perform(Context ctx, String action, Pause act, Consumer<String> deed) {
        ActingUser by = Visits.need(ctx, "operate").user();
        String route = route(ctx);
        String detail = act.reason().name() + (act.reference().isEmpty() ? "" : " " + act.reference());
        audit.record(new AuditEvent(by, action, route, 0, detail));
        try {
            deed.accept(route);
        } catch (RuntimeException e) {
            audit.record(new AuditEvent(by, "ROUTE_ACT_FAILED", route, 0, action));
            throw e;
        }
    }

    private static void back(Context ctx, String route) {
        ctx.redirect("/#r-" + route, HttpStatus.SEE_OTHER);
    }
}
