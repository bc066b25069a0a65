package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.console.page.Frame;
import se.utfall.console.page.Section;
import se.utfall.console.page.Texts;
import se.utfall.notice.Messages;

/** Every request passes here first: security headers, who it is, the form token. Without a login only the way in is open. */
final class Visits {
    private static final Set<String> WAY_IN = Set.of("/login", "/language");
    private static final String VISITOR = "utfall.visitor";
    private static final String HOLDER = "utfall.holder";
    private final Sessions sessions;
    private final Cookies cookies;
    private final AuditTrail audit;

    Visits(Sessions sessions, Cookies cookies, AuditTrail audit) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.audit = audit;
    }

    void check(Context ctx) {
        headers(ctx);
        if (Assets.has(ctx.path()) || (Probes.has(ctx.path()) && Caller.isLocal(ctx))) {
            return;
        }
        cookies.find(ctx, Cookies.SESSION)
                .flatMap(id -> sessions.find(id).map(user -> new Visitor(id, user)))
                .ifPresent(visitor -> ctx.attribute(VISITOR, visitor));
        if (visitor(ctx) == null && !WAY_IN.contains(ctx.path())) {
            throw new UnauthorizedResponse();
        }
        boolean reads = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        if (!reads && !carriesToken(ctx)) {
            throw new ForbiddenResponse();
        }
    }

    /** Null before login. */
    static @Nullable Visitor visitor(Context ctx) {
        return ctx.attribute(VISITOR);
    }

    /** Who asks, if they have one of the roles; else the request is refused, with a trace of who asked for what kind of thing. */
    Visitor need(Context ctx, String... oneOf) {
        Visitor visitor = someone(ctx);
        if (Set.of(oneOf).stream().noneMatch(visitor::may)) {
            String what = ctx.method().name() + " " + ctx.endpoint().path;
            audit.record(new AuditEvent(visitor.user(), "ACCESS_REFUSED", what, 0, String.join(",", oneOf)));
            throw new ForbiddenResponse();
        }
        return visitor;
    }

    /** Who asks, whatever their roles. */
    static Visitor someone(Context ctx) {
        Visitor visitor = visitor(ctx);
        if (visitor == null) {
            throw new UnauthorizedResponse();
        }
        return visitor;
    }

    static void html(Context ctx, String page) {
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    Texts texts(Context ctx) {
        boolean english =
                cookies.find(ctx, Cookies.LANGUAGE).filter("en"::equals).isPresent();
        return new Texts(english ? Locale.ENGLISH : Messages.SWEDISH);
    }

    /** The page's surroundings; gives a browser without session what its forms' token hangs on. */
    Frame frame(Context ctx) {
        Visitor visitor = visitor(ctx);
        return new Frame(
                texts(ctx),
                visitor == null ? null : visitor.user(),
                Tokens.csrf(holder(ctx).orElseGet(() -> newHolder(ctx))),
                Section.of(ctx.path()).orElse(null));
    }

    private boolean carriesToken(Context ctx) {
        String given = ctx.formParam("csrf");
        return holder(ctx).filter(id -> Tokens.isCsrf(id, given)).isPresent();
    }

    private Optional<String> holder(Context ctx) {
        Visitor visitor = visitor(ctx);
        if (visitor != null) {
            return Optional.of(visitor.session());
        }
        return Optional.ofNullable(ctx.<String>attribute(HOLDER)).or(() -> cookies.find(ctx, Cookies.FORM));
    }

    private String newHolder(Context ctx) {
        String id = Tokens.random();
        cookies.set(ctx, Cookies.FORM, id);
        ctx.attribute(HOLDER, id);
        return id;
    }

    private static void headers(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
    }
}
