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
import se.utfall.audit.AuditTrail;
import se.utfall.console.page.Templates;
import se.utfall.flow.Rooms;
import se.utfall.flow.RouteControl;
import se.utfall.store.Database;

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
        return start(settings, new Doors(hub, rooms.database(), rooms.audit(), routes, users), registry, clock);
    }

    /** What the page stands on. */
    record Doors(Hub hub, Database database, AuditTrail audit, RouteControl routes, Users users) {}

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
        Sessions sessions = new Sessions(doors.database(), clock);
        Visits visits = new Visits(sessions, cookies);
        ErrorPages errors = new ErrorPages(visits, templates, clock);
        Assets assets = new Assets();
        Probes probes = new Probes(doors.hub(), meters);
        RouteActs acts = new RouteActs(doors.routes(), doors.audit(), clock);
        LoginPages login = new LoginPages(doors, sessions, visits, cookies, templates, clock);

        on.before(visits::check);
        on.get("/", new HomePage(doors.hub(), acts, visits, templates)::show);
        on.get("/login", login::show);
        on.post("/login", login::login);
        on.post("/logout", login::logout);
        on.post("/language", login::language);
        on.post("/routes/{route}/pause", acts::pause);
        on.post("/routes/{route}/resume", acts::resume);
        on.get("/utfall.css", assets::serve);
        on.get("/utfall.svg", assets::serve);
        on.get("/health/live", probes::live);
        on.get("/health/ready", probes::ready);
        on.get("/metrics", probes::metrics);
        on.exception(HttpResponseException.class, errors::refused);
        on.exception(Exception.class, errors::failed);
    }
}
