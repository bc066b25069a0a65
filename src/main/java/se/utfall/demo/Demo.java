package se.utfall.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import se.utfall.console.command.House.DemoOptions;
import se.utfall.demo.people.CaseSystem;

/** Plays the main job on embedded parts: stand-in servers, a hub, a consumer in a process of its own. A data folder that is there is gone on with. */
public final class Demo {
    private final DemoOptions options;
    private final DemoFolder folder;
    private final Path home;
    private final Progress progress;
    private final Servers servers;
    private final HubStart hubs;
    private final Runnable awaitEnd;
    private final Clock clock;

    /**
     * A demo to be played once.
     *
     * @param home where Utfall is installed
     * @param servers starts the counterparts' SFTP servers
     * @param hubs starts the hub by the configuration file that the demo writes
     * @param awaitEnd returns when the process is told to stop
     */
    public Demo(
            DemoOptions options,
            Path home,
            PrintWriter out,
            Servers servers,
            HubStart hubs,
            Runnable awaitEnd,
            Clock clock) {
        this.options = options;
        this.home = home;
        this.folder = new DemoFolder(options.data());
        this.progress = new Progress(out, Locale.forLanguageTag(options.language()), Boolean.getBoolean("utfall.tty"));
        this.servers = servers;
        this.hubs = hubs;
        this.awaitEnd = awaitEnd;
        this.clock = clock;
    }

    /** The exit code: 0 when every balance closes and the consumer's hashes equal the hub's. */
    public int play() {
        if (options.persons() < CaseSystem.FEWEST_PERSONS || options.persons() > CaseSystem.MOST_PERSONS) {
            progress.say(progress.text("refused.persons", CaseSystem.FEWEST_PERSONS, CaseSystem.MOST_PERSONS));
            return 2;
        }
        try {
            folder.make();
            if (!Played.same(folder, options.persons(), options.seed())) {
                progress.say(progress.text("refused.other", folder.root()));
                return 1;
            }
            if (!DemoStore.same(folder, options.database())) {
                progress.say(progress.text("refused.database", folder.root()));
                return 1;
            }
            if (!DemoBroker.same(folder, options.externalBroker())) {
                progress.say(progress.text("refused.broker", folder.root()));
                return 1;
            }
            return start();
        } catch (DemoFailedException e) {
            progress.fail(e.words(progress), folder.log());
        } catch (IOException e) {
            progress.fail(e.getClass().getSimpleName() + ": " + e.getMessage(), folder.log());
        }
        return 1;
    }

    private int start() throws IOException {
        progress.say(progress.text("title", options.persons(), Long.toString(options.seed()), folder.root()));
        progress.begin("start");
        try (StandIns standIns = StandIns.start(folder, home, options.seed(), servers, clock);
                StartedHub hub = hubs.start(folder.config())) {
            progress.done("start.done", standIns.describe(), standIns.brokerUrl(), hub.page());
            boolean good = new Walk(options, folder, home, standIns.consumerUrl(), hub, progress).play();
            if (!options.exit()) {
                progress.say(progress.text("stays", hub.page(), Actors.OPERATOR, folder.password(Actors.OPERATOR)));
                awaitEnd.run();
            }
            return good ? 0 : 1;
        }
    }
}
