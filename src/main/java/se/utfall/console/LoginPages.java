package se.utfall.console;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.console.page.Section;
import se.utfall.console.page.Templates;
import se.utfall.console.page.Texts;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** The way in and out, and the language. Every login, refused or not, leaves its trace. */
final class LoginPages {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;
    private final Database database;
    private final AuditTrail audit;
    private final Users users;
    private final Sessions sessions;
    private final Visits visits;
    private final Cookies cookies;
    private final Templates templates;
    private final Attempts attempts;
    private final Clock clock;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);

    LoginPages(
            Console.Doors doors, Sessions sessions, Visits visits, Cookies cookies, Templates templates, Clock clock) {
        this.database = doors.rooms().database();
        this.audit = doors.rooms().audit();
        this.users = doors.users();
        this.sessions = sessions;
        this.visits = visits;
        this.cookies = cookies;
        this.templates = templates;
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    void show(Context ctx) {
        if (Visits.visitor(ctx) != null) {
            ctx.redirect("/", HttpStatus.SEE_OTHER);
            return;
        }
        form(ctx, "");
    }

    void login(Context ctx) {
        String name = field(ctx, "name").strip().toLowerCase(Locale.ROOT);
        String password = field(ctx, "password");
        if (!free()) {
            await(ctx, clock.instant().plus(BUSY));
            return;
        }
        try {
            judge(ctx, name, password);
        } finally {
            hashing.release();
        }
    }

    private void judge(Context ctx, String name, String password) {
        String address = Caller.address(ctx);
        Optional<Attempts.Wait> wait = attempts.begin(name, address);
        if (wait.isPresent()) {
            if (wait.get().first()) {
                refused("LOGIN_DELAYED", name, address);
            }
            await(ctx, wait.get().until());
            return;
        }
        Optional<ActingUser> user = users.authenticate(name, password.toCharArray());
        if (user.isEmpty()) {
            refused("LOGIN_REFUSED", name, address);
            form(ctx.status(HttpStatus.UNAUTHORIZED), visits.texts(ctx).of("login.wrong"));
            return;
        }
        attempts.succeeded(name, address);
        enter(ctx, user.get(), address);
    }

    void logout(Context ctx) {
        Visitor visitor = Visits.someone(ctx);
        database.useTransaction(handle -> {
            sessions.close(handle, visitor.session());
            audit.record(
                    handle,
                    new AuditEvent(visitor.user(), "LOGOUT", visitor.user().name(), 0, ""));
        });
        cookies.clear(ctx, Cookies.SESSION);
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    void language(Context ctx) {
        String language = "en".equals(ctx.formParam("lang")) ? "en" : "sv";
        cookies.keep(ctx, Cookies.LANGUAGE, language, YEAR);
        String back =
                Section.of(Reasons.field(ctx, "back")).orElse(Section.START).path();
        ctx.redirect(Visits.visitor(ctx) == null ? "/login" : back, HttpStatus.SEE_OTHER);
    }

    private void form(Context ctx, String note) {
        Visits.html(ctx, templates.login(visits.frame(ctx), note));
    }

    private void enter(Context ctx, ActingUser user, String address) {
        Visitor before = Visits.visitor(ctx);
        String id = database.inTransaction(handle -> {
            if (before != null) {
                sessions.close(handle, before.session());
            }
            audit.record(handle, new AuditEvent(user, "LOGIN", user.name(), 0, "from " + address));
            return sessions.open(handle, user.name());
        });
        cookies.set(ctx, Cookies.SESSION, id);
        cookies.clear(ctx, Cookies.FORM);
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void await(Context ctx, Instant until) {
        Texts texts = visits.texts(ctx);
        long seconds = Duration.between(clock.instant(), until).toSeconds() + 1;
        ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds));
        form(ctx, texts.of("login.wait", texts.exactly(until)));
    }

    private void refused(String action, String name, String address) {
        String subject = users.exists(name) ? name : "unknown";
        audit.record(new AuditEvent(new ActingUser(subject, Set.of()), action, subject, 0, "from " + address));
    }

    /** A password costs a good part of a second of a processor: strangers may not take them all, nor all threads by waiting. */
    private boolean free() {
        try {
            return hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        if (value == null || value.isEmpty() || value.length() > 200) {
            throw new BadRequestResponse();
        }
        return value;
    }
}
