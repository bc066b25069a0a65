package se.utfall.journey;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.utfall.TestHubs;
import se.utfall.console.Browser;
import se.utfall.console.Users;
import se.utfall.console.command.House.DemoOptions;
import se.utfall.demo.Demo;
import se.utfall.demo.Servers;
import se.utfall.demo.StartedHub;
import se.utfall.flow.Rooms;

/**
 * A demo played in this process.
 *
 * @param pages what the operator's page, health and metrics showed before the hub was closed
 */
record PlayedDemo(int exitCode, String output, List<String> pages) {

    static PlayedDemo play(Path data, long seed, Servers servers) {
        StringWriter output = new StringWriter();
        List<String> pages = new ArrayList<>();
        DemoOptions options = new DemoOptions(300, seed, data, true, "en", TestHubs.database(data));
        int code = new Demo(
                        options,
                        Path.of("").toAbsolutePath(),
                        new PrintWriter(output),
                        servers,
                        config -> new LookedAt(TestHubs.start(config), data, pages),
                        () -> {},
                        Clock.systemUTC())
                .play();
        return new PlayedDemo(code, output.toString(), pages);
    }

    /** The ledger as printed, without what is random or of the moment: hashes and where the dataset lies. */
    String ledger() {
        String ledger = output.substring(output.indexOf("The ledger, hop by hop"));
        return ledger.replaceAll("[0-9a-f]{64}", "#").replaceAll("Dataset: .*", "Dataset");
    }

    /** A hub whose pages are looked at when it is about to close. */
    private record LookedAt(StartedHub hub, Path data, List<String> pages) implements StartedHub {
        @Override
        public Rooms rooms() {
            return hub.rooms();
        }

        @Override
        public Users users() {
            return hub.users();
        }

        @Override
        public String page() {
            return hub.page();
        }

        @Override
        public void close() {
            try {
                Browser browser = new Browser(URI.create(hub.page()));
                browser.login(
                        "operator",
                        Files.readString(data.resolve("passwords/operator")).strip());
                for (String path : List.of(
                        "/orders",
                        "/health/ready",
                        "/health/live",
                        "/metrics",
                        "/",
                        "/partners",
                        "/files",
                        "/deliveries",
                        "/datasets",
                        "/routes",
                        "/find?q=SCB")) {
                    pages.add(browser.get(path).body());
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                hub.close();
            }
        }
    }
}
