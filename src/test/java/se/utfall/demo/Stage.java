package se.utfall.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import se.utfall.TestHubs;
import se.utfall.console.command.House.DemoOptions;
import se.utfall.demo.partner.Institute;
import se.utfall.demo.partner.Partner;
import se.utfall.flow.Rooms;
import se.utfall.order.OrderId;

/** A hub that has an accepted order with a partner that delivers only when told, and what it is told. */
public final class Stage implements AutoCloseable {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private final Partner partner;
    private final Institute institute;
    private final StandIns standIns;
    private final DemoFolder folder;
    private StartedHub hub;
    private final OrderId order;

    private Stage(Path data, long seed, int persons) throws IOException {
        folder = new DemoFolder(data);
        folder.make();
        DemoStore.same(folder, TestHubs.database(data));
        DemoBroker.same(folder, false);
        partner = new Partner(
                StandIns.partner(folder, HOME, seed, Clock.systemUTC()).onRequest());
        institute = new Institute(
                StandIns.institute(folder, HOME, seed, Clock.systemUTC()).onRequest(), partner::accepted);
        standIns = StandIns.start(folder, HOME, Servers.EMBEDDED, partner, institute);
        hub = TestHubs.start(folder.config());
        DemoOptions options = new DemoOptions(persons, seed, data, true, "en");
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()), Locale.ENGLISH, false);
        Walk walk = new Walk(options, folder, HOME, standIns.consumerUrl(), hub, silent);
        walk.takeIn(walk.export());
        order = walk.order();
    }

    public static Stage set(Path data, long seed, int persons) throws IOException {
        return new Stage(data, seed, persons);
    }

    public Partner partner() {
        return partner;
    }

    public Institute institute() {
        return institute;
    }

    public Path config() {
        return folder.config();
    }

    /** The hub's own folder. */
    public Path hubFolder() {
        return folder.hub();
    }

    public Path secrets() {
        return folder.secrets();
    }

    public void stopHub() {
        hub.close();
    }

    public void startHub() {
        hub = TestHubs.start(folder.config());
    }

    public Rooms rooms() {
        return hub.rooms();
    }

    public OrderId order() {
        return order;
    }

    @Override
    public void close() {
        hub.close();
        standIns.close();
    }
}
