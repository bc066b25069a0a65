package se.utfall.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import se.utfall.console.page.Templates;
import se.utfall.dataset.DatasetRefusedException;
import se.utfall.flow.Rooms;
import se.utfall.flow.RouteControl;
import se.utfall.intake.FileActRefusedException;
import se.utfall.order.OrderRefusedException;

/** The operator's page, health and metrics over HTTP, until closed. */
public final class Console implements AutoCloseable {
    private static final long LARGEST_FORM = 16_384;
    private static final int THREADS = 24;
    private final ConsoleSettings settings;
    private final Meters meters;
    private final Javalin server;

    private Console(ConsoleSettings settings, Meters meters, Javalin server) {
        this.settings = settings;
        this.meters = meters;
        this.server = server;
    }

    /** Listens when it returns; throws {@link ConsoleRefusedException} when the address cannot be had. */
    public static Console start(
            ConsoleSettings settings,
            Rooms rooms,
            RouteControl routes,
            Users users,
            PrometheusMeterRegistry registry,
            Clock clock) {
        Hub hub = new RoomsHub(rooms, routes, clock);
        return start(settings, new Doors(hub, rooms, routes, users), registry, clock);
    }

    /** What the page stands on. */
    record Doors(Hub hub, Rooms rooms, RouteControl routes, Users users) {}

    static Console start(ConsoleSettings settings, Doors doors, PrometheusMeterRegistry registry, Clock clock) {
        Meters meters = new Meters(registry, doors.hub(), clock);
        Javalin server = Javalin.create(config -> {
            plain(config);
            pages(config.routes, settings, doors, meters, clock);
        });
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            meters.close();
            throw new ConsoleRefusedException(settings, e);
        }
        return new Console(settings, meters, server);
    }

    /** Where a browser finds it. */
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        server.stop();
        meters.close();
    }

    private static void plain(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_FORM;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(ErrorPages::bare));
    }

    private static void pages(RoutesConfig on, ConsoleSettings settings, Doors doors, Meters meters, Clock clock) {
        Templates templates = new Templates();
        Cookies cookies = new Cookies(!Caller.isLoopback(settings.host()));
        Sessions sessions = new Sessions(doors.rooms().database(), clock);
        Visits visits = new Visits(sessions, cookies, doors.rooms().audit());
        LoginPages login = new LoginPages(doors, sessions, visits, cookies, templates, clock);

        on.before(visits::check);
        on.get("/login", login::show);
        on.post("/login", login::login);
        on.post("/logout", login::logout);
        on.post("/language", login::language);
        views(on, doors, visits, templates, clock);
        acts(on, new WorkActs(doors.rooms(), visits));
        unseen(on, new Probes(doors.hub(), meters), new Assets());
        errors(on, new ErrorPages(visits, templates, clock), visits);
    }

    private static void views(RoutesConfig on, Doors doors, Visits visits, Templates templates, Clock clock) {
        RouteActs routes = new RouteActs(doors.routes(), doors.rooms().audit(), visits, clock);
        ViewPages views = new ViewPages(doors.hub(), routes, visits, templates, clock);
        FindPages find = new FindPages(doors.hub(), doors.rooms(), visits, templates);
        TrailPages trail = new TrailPages(doors.rooms().audit(), doors.users(), visits, templates);
        on.get("/", views::start);
        on.get("/orders", views::orders);
        on.get("/partners", views::partners);
        on.get("/files", views::files);
        on.get("/deliveries", views::deliveries);
        on.get("/datasets", views::datasets);
        on.get("/routes", views::routes);
        on.get("/find", find::find);
        on.post("/find", find::find);
        on.get("/files/{file}", find::file);
        on.get("/packages/{package}", find::packet);
        on.get("/trail", trail::show);
        on.post("/trail", trail::verify);
        on.post("/routes/{route}/pause", routes::pause);
        on.post("/routes/{route}/resume", routes::resume);
    }

    private static void acts(RoutesConfig on, WorkActs acts) {
        on.post("/tasks/close", acts::closeTask);
        on.post("/files/{file}/{act}", acts::decide);
        on.post("/orders/{order}/approve", acts::approve);
        on.post("/datasets/{dataset}/fetch", acts::fetch);
    }

    private static void unseen(RoutesConfig on, Probes probes, Assets assets) {
        on.get("/utfall.css", assets::serve);
        on.get("/utfall.svg", assets::serve);
        on.get("/health/live", probes::live);
        on.get("/health/ready", probes::ready);
        on.get("/metrics", probes::metrics);
    }

    /** Rooms refuse in their own words. */
    private static void errors(RoutesConfig on, ErrorPages errors, Visits visits) {
        on.exception(HttpResponseException.class, errors::refused);
        on.exception(
                OrderRefusedException.class,
                (e, ctx) -> errors.declined(
                        ctx, e.code().equals("ROLE"), visits.texts(ctx).refusal("order", e.code())));
        on.exception(
                FileActRefusedException.class,
                (e, ctx) ->
                        errors.declined(ctx, false, e.message(visits.texts(ctx).locale())));
        on.exception(
                TaskRefusedException.class,
                (e, ctx) ->
                        errors.declined(ctx, false, e.message(visits.texts(ctx).locale())));
        on.exception(
                DatasetRefusedException.class,
                (e, ctx) -> errors.declined(
                        ctx,
                        e.code().equals("ROLE"),
                        e.message(visits.texts(ctx).locale())));
        on.exception(Exception.class, errors::failed);
    }
}
