package se.utfall.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.server.SftpStandIn;

/** A test of one file in {@code routes/}: the real YAML with the error policy, and beans that remember what they were asked. */
abstract class RealRoutes extends CamelTestSupport {
    static final Path KEYS = Path.of("keys-example/ssh").toAbsolutePath();
    private static final Duration POLL = Duration.ofMillis(100);

    /** What the error policy was told, as {@code route: exception}. */
    final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private final Deque<AutoCloseable> servers = new ArrayDeque<>();

    @TempDir
    Path folder;

    /** Stands for the bean {@code failures}. */
    public final class Noted {
        public void note(
                @org.apache.camel.ExchangeProperty(org.apache.camel.Exchange.EXCEPTION_CAUGHT) Throwable failure,
                @org.apache.camel.ExchangeProperty(org.apache.camel.Exchange.FAILURE_ROUTE_ID) String route) {
            failures.add(route + ": " + failure.getClass().getSimpleName());
        }

        public void ended(String route) {
            failures.remove("ended " + route);
            failures.add("ended " + route);
        }
    }

    final void load(String... rooms) throws Exception {
        CamelContext context = context();
        context.getRegistry().bind("failures", new Noted());
        context.getPropertiesComponent().addInitialProperty("utfall.tick", "50");
        context.getPropertiesComponent()
                .addInitialProperty("utfall.rejects", folder.resolve("rejects").toString());
        for (String room : rooms) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + room + ".camel.yaml"));
        }
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

    final FlowSettings settings(Map<String, FlowSettings.Source> sources, Map<String, FlowSettings.Partner> partners) {
        return new FlowSettings(Path.of("routes"), folder.resolve("rejects"), Duration.ofMillis(50), sources, partners);
    }

    final void stopServers() throws Exception {
        while (!servers.isEmpty()) {
            servers.pop().close();
        }
    }
}
