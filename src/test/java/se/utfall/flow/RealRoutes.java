package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.server.SftpStandIn;

/** A test of one file in {@code routes/}: the real YAML with the error policy, a real SFTP server, and beans that remember what they were asked. */
abstract class RealRoutes extends CamelTestSupport {
    private static final Path KEYS = Path.of("keys-example/ssh").toAbsolutePath();
    private static final Duration POLL = Duration.ofMillis(100);

    /** What the beans were asked, in order. */
    final Queue<String> told = new ConcurrentLinkedQueue<>();

    private final Deque<AutoCloseable> servers = new ArrayDeque<>();

    @TempDir
    Path folder;

    /** Stands for the bean {@code failures}. */
    public final class Noted {
        public void note(
                @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure,
                @ExchangeProperty(Exchange.FAILURE_ROUTE_ID) String route) {
            told.add(route + " failed: " + failure.getClass().getSimpleName());
        }

        public void ended(String route) {
            told.add(route + " ended");
        }
    }

    @AfterEach
    void stop() throws Exception {
        context().stop();
        while (!servers.isEmpty()) {
            servers.pop().close();
        }
    }

    final void bind(String name, Object bean) {
        context().getRegistry().bind(name, bean);
    }

    final void load(String room) throws Exception {
        CamelContext context = context();
        bind("failures", new Noted());
        context.getPropertiesComponent().addInitialProperty("utfall.tick", "50");
        for (String table : new String[] {"rejects", "summaries", "codes"}) {
            context.getPropertiesComponent()
                    .addInitialProperty("utfall." + table, folder.resolve(table).toString());
        }
        for (String file : new String[] {"errors", room}) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + file + ".camel.yaml"));
        }
    }

    /** A room's bean that is asked at every tick: it fails at its second asking, and the route goes on. */
    final void goesOnAfterAFailedTick(String route, AtomicInteger asked) {
        await().until(() -> asked.get() > 4);

        assertThat(told).contains(route + " failed: IllegalStateException");
        assertThat(told.stream().filter(t -> t.startsWith(route + " failed"))).hasSize(1);
        await().until(() -> told.stream().filter((route + " ended")::equals).count() > 2);
    }

    final SftpServer server(String name, Path root) throws IOException {
        SftpStandIn server = SftpStandIn.start(
                name, root, KEYS.resolve("host-" + name), KEYS.resolve("hub-to-" + name + ".pub"), "utfall", 0);
        servers.push(server);
        Path knownHosts = folder.resolve("known-" + name);
        Files.writeString(knownHosts, SftpStandIn.knownHosts(KEYS.resolve("host-" + name + ".pub"), server.port()));
        return new SftpServer(
                "127.0.0.1", server.port(), "utfall", KEYS.resolve("hub-to-" + name), knownHosts, POLL, POLL);
    }

    final void addSource(String name, SftpServer server) throws Exception {
        bind(name + ".polls", new DefaultPollingConsumerPollStrategy());
        add(Map.of(name, new FlowSettings.Source(server, "/export")), Map.of());
    }

    final void addPartner(String name, SftpServer server) throws Exception {
        bind(name + ".polls", new DefaultPollingConsumerPollStrategy());
        add(Map.of(), Map.of(name, new FlowSettings.Partner(server, "/in", "/out")));
    }

    private void add(Map<String, FlowSettings.Source> sources, Map<String, FlowSettings.Partner> partners)
            throws Exception {
        FlowSettings settings = new FlowSettings(
                Path.of("routes"), FlowSettings.Tables.under(folder), Duration.ofMillis(50), sources, partners);
        new Counterparts(settings, folder.resolve("work")).addTo(context());
    }
}
