package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.console.page.Templates;
import se.utfall.console.page.Texts;

/** Bad news in words: what happened and what to do, nothing of how the hub is made. */
final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 413);
    private final Visits visits;
    private final Templates templates;
    private final Clock clock;

    ErrorPages(Visits visits, Templates templates, Clock clock) {
        this.visits = visits;
        this.templates = templates;
        this.clock = clock;
    }

    void refused(HttpResponseException refusal, Context ctx) {
        ctx.status(refusal.getStatus());
        Texts texts = visits.texts(ctx);
        String key = "error." + (WORDED.contains(refusal.getStatus()) ? refusal.getStatus() : "other");
        if (Probes.has(ctx.path())) {
            ctx.contentType("text/plain; charset=utf-8").result(texts.of(key + ".text") + "\n");
        } else if (refusal.getStatus() == HttpStatus.UNAUTHORIZED.getCode()) {
            boolean wasIn = ctx.cookie(Cookies.SESSION) != null;
            Visits.html(ctx, templates.login(visits.frame(ctx), wasIn ? texts.of("login.needed") : ""));
        } else {
            Visits.html(ctx, templates.error(visits.frame(ctx), texts.of(key + ".title"), texts.of(key + ".text")));
        }
    }

    /** An act that a room refused, in the room's words. */
    void declined(Context ctx, boolean byRole, String words) {
        ctx.status(byRole ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT);
        Visits.html(ctx, templates.error(visits.frame(ctx), visits.texts(ctx).of("error.declined.title"), words));
    }

    void failed(Exception failure, Context ctx) {
        Quietly.error(LOG, "request failed", failure);
        Texts texts = visits.texts(ctx);
        String text = texts.of("error.500.text", texts.exactly(clock.instant()));
        ctx.status(HttpStatus.INTERNAL_SERVER_ERROR);
        Visits.html(ctx, templates.error(visits.frame(ctx), texts.of("error.500.title"), text));
    }

    /** For what never came as far as a page, such as a request line that is none. */
    static boolean bare(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, "Utfall: " + response.getStatus() + "\n", callback);
        return true;
    }
}
