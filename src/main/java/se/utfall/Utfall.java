package se.utfall;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import se.utfall.console.Users;
import se.utfall.console.command.House;
import se.utfall.console.command.RootCommand;
import se.utfall.demo.Demo;
import se.utfall.demo.Servers;
import se.utfall.demo.benchmark.Benchmark;
import se.utfall.demo.benchmark.BenchmarkFolder;
import se.utfall.flow.Rooms;
import se.utfall.notice.Messages;
import se.utfall.publish.BrokerFiles;
import se.utfall.retention.backup.Backups;

/** The main class: reads the settings, builds the rooms by constructor calls and starts what the command asks for. */
public final class Utfall implements House {
    private static final String ROOM = "console.command";
    private final Clock clock = Clock.systemUTC();

    private Utfall() {}

    public static void main(String[] args) {
        System.exit(RootCommand.execute(new Utfall(), args));
    }

    @Override
    public Session open(Path config) {
        Logging.warningsOnly();
        Rooms rooms = Assembly.besideARunningHub(SettingsFile.read(config), clock);
        return new Session(rooms, new Users(rooms.database(), rooms.audit()), () -> Assembly.close(rooms));
    }

    @Override
    public Backups backups(Path config) {
        Logging.warningsOnly();
        return new Backups(SettingsFile.read(config).backup());
    }

    @Override
    public int run(Path config, PrintWriter out) {
        Settings settings = SettingsFile.read(config);
        ExampleKeyGuard.check(settings, text("config.example-key"));
        Lifetime lifetime = new Lifetime();
        try (Hub hub = start(settings)) {
            say(out, "run.started", Uptime.seconds(), hub.page());
            lifetime.awaitEnd();
            say(out, "run.stopping");
        } finally {
            lifetime.closed();
        }
        return 0;
    }

    @Override
    public int demo(DemoOptions options, PrintWriter out) {
        Logging.toFile(options.data().resolve("utfall.log"));
        Lifetime lifetime = new Lifetime();
        try {
            return new Demo(
                            options,
                            home(),
                            out,
                            Servers.EMBEDDED,
                            config -> start(SettingsFile.read(config)),
                            lifetime::awaitEnd,
                            clock)
                    .play();
        } finally {
            lifetime.closed();
        }
    }

    @Override
    public void brokerFiles(Path config, Path to) throws IOException {
        Logging.warningsOnly();
        BrokerFiles.write(SettingsFile.read(config).broker(), to);
    }

    @Override
    public int benchmark(BenchmarkOptions options, PrintWriter out) throws IOException {
        Logging.warningsOnly();
        BenchmarkFolder folder = BenchmarkFolder.make(options.data(), home());
        try (Hub hub = Hub.startWithoutRoutes(SettingsFile.read(folder.config()), clock, "")) {
            return new Benchmark(options.persons(), options.months(), folder, out, hub).run();
        }
    }

    /** Where Utfall is installed: what it brings along beside the jar lies there. */
    static Path home() {
        return Path.of(System.getProperty("utfall.home", "")).toAbsolutePath();
    }

    private Hub start(Settings settings) {
        return Hub.start(settings, clock, text("config.locked", settings.data()));
    }

    private static void say(PrintWriter out, String key, Object... arguments) {
        out.println(text(key, arguments));
        out.flush();
    }

    private static String text(String key, Object... arguments) {
        String language = System.getenv("UTFALL_LANG");
        Locale locale = language == null ? Messages.SWEDISH : Locale.forLanguageTag(language);
        return Messages.text(locale, ROOM, key, arguments);
    }
}
