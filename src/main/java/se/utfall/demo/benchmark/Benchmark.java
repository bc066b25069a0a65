package se.utfall.demo.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import se.utfall.demo.StartedHub;
import se.utfall.demo.partner.BulkDelivery;
import se.utfall.demo.partner.PartnerSettings;
import se.utfall.exchange.SealedPackage;
import se.utfall.flow.Rooms;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.RecordStream;
import se.utfall.order.OrderId;
import se.utfall.publish.PublishedBatch;
import se.utfall.store.ActingUser;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** One large delivery through the real rooms: opened, linked and stored in one pass, then published in blocks; rows per second beside limits of the same run. */
public final class Benchmark {
    private static final ActingUser OPERATOR = new ActingUser("operator", Set.of("operate"));
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final long SAMPLE = 200_000;
    private final int persons;
    private final int months;
    private final BenchmarkFolder folder;
    private final PrintWriter out;
    private final Rooms rooms;

    /**
     * A run in a folder of its own.
     *
     * @param hub rooms and broker, without routes
     */
    public Benchmark(int persons, int months, BenchmarkFolder folder, PrintWriter out, StartedHub hub) {
        this.persons = persons;
        this.months = months;
        this.folder = folder;
        this.out = out;
        this.rooms = hub.rooms();
    }

    /** The exit code: 0 when the ledger closes and every record was published. */
    public int run() throws IOException {
        say(
                "%,d persons x %d months, heap at most %,d MB%n",
                persons, months, Runtime.getRuntime().maxMemory() >> 20);
        takeIn();
        OrderId order = order();
        LinkedDelivery linked = link(deliver(order), order + "_leverans_001.zip.pgp");
        PublishedBatch batch = publish(linked);
        boolean good = linked.balanced() && batch.doneAt() != null && batch.records() == linked.records();
        say(
                "%nledger %s, %,d of %,d records published%n",
                linked.balanced() ? "closes" : "DOES NOT CLOSE", batch.records(), linked.records());
        return good ? 0 : 1;
    }

    private void takeIn() throws IOException {
        Path export = Files.createDirectories(folder.root().resolve("export"));
        new MadeUpFiles(export, persons).write();
        double seconds = Stopwatch.seconds(() -> {
            for (String file : new String[] {MadeUpFiles.ENROLMENTS, MadeUpFiles.MEASURES}) {
                rooms.intake().receive(arrival(export, "jobbtorg", file + ".klar"), arrival(export, "jobbtorg", file));
                rooms.intake().loadNext();
            }
        });
        rate("case-system files checked and loaded", 2L * persons, seconds);
    }

    private OrderId order() throws IOException {
        OrderId order = rooms.orders().create(folder.orderFile(FIRST, FIRST.plusMonths(months - 1L)), OPERATOR);
        double seconds = Stopwatch.seconds(() -> rooms.orders().freeze(order, OPERATOR));
        rate("population frozen and packed", persons, seconds);
        for (String approver : new String[] {"first", "second"}) {
            rooms.orders().approve(order, new ActingUser(approver, Set.of("approve")));
        }
        rooms.orders().send(order, OPERATOR);
        SealedPackage sealed = rooms.exchange().sealNext().orElseThrow();
        rooms.exchange().sent(sealed.id());
        return order;
    }

    private Path deliver(OrderId order) throws IOException {
        PartnerSettings.Keys keys = folder.partnerKeys();
        BulkDelivery delivery = new BulkDelivery(
                "SCB",
                "AMF",
                keys,
                order.value(),
                1,
                persons,
                FIRST,
                FIRST.plusMonths(months - 1L),
                false,
                1,
                Clock.systemUTC());
        Path at = Files.createDirectories(folder.root().resolve("out"));
        delivery.writeBas(at);
        return at;
    }

    private LinkedDelivery link(Path from, String name) throws IOException {
        long rows = (long) persons * months;
        long bytes = Files.size(from.resolve(name));
        double received = Stopwatch.seconds(() -> rooms.exchange().receive(arrival(from, "SCB", name)));
        rate("received into the archive", rows, received);
        double opened = Stopwatch.seconds(() -> rooms.linkage().linkNext());
        rate("opened, linked and stored", rows, opened);
        BareOpening bare = new BareOpening();
        limit(
                "the bare arithmetic of opening, one core, " + bytes / 1_000_000 + " MB",
                rows,
                bare.seconds(bytes),
                opened);
        return rooms.linkage().list().get(0);
    }

    private PublishedBatch publish(LinkedDelivery linked) throws IOException {
        double seconds = Stopwatch.seconds(() -> rooms.publishing().publishNext());
        rate("records made and published in blocks", linked.records(), seconds);
        BareBlocks blocks = new BareBlocks();
        try (RecordStream stream = rooms.linkage().records(linked.id())) {
            double packed = blocks.seconds(stream, SAMPLE);
            limit(
                    "records made and packed, nothing sent",
                    blocks.records(),
                    packed,
                    seconds * blocks.records() / linked.records());
        }
        long messages = (linked.records() + 999) / 1_000;
        double sent = new BareProducer(folder.brokerUrl(), "utfall", folder.hubPassword())
                .seconds(BenchmarkFolder.ADDRESS, messages, blocks.blockBytes());
        limit("a bare JMS producer of as many blocks, nothing made", linked.records(), sent, seconds);
        return rooms.publishing().list().get(0);
    }

    private Arrival arrival(Path from, String source, String name) throws IOException {
        Path own = rooms.workArea().newFile(".in");
        Files.move(from.resolve(name), own);
        return new Arrival(new Sighting(source, name, Files.size(own), Instant.EPOCH), own);
    }

    private void rate(String stage, long rows, double seconds) {
        say("%-62s %,12.0f /s  (%.1f s)%n", stage, rows / seconds, seconds);
    }

    private void limit(String what, long rows, double bare, double ours) {
        say("  limit: %-53s %,12.0f /s  ratio %.2f%n", what, rows / bare, bare / ours);
    }

    private void say(String form, Object... arguments) {
        out.print(String.format(Locale.ROOT, form, arguments));
        out.flush();
    }
}
