package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The stand-in for a partner with registers. A round takes what came to {@code /in}, answers it, and delivers what is due to {@code /out}; every round can
 * be the last: what the next process finds in the folders is enough to go on, nothing twice and nothing lost.
 */
public final class Partner {
    private final PartnerSettings settings;
    private final Marks marks;
    private final Outbox outbox;
    private final Taking taking;
    private final Judging judging;
    private final Receipts receipts;
    private final Deliveries deliveries;

    /**
     * A delivery as it was sent, and what the hub said of it.
     *
     * @param stage PRELIMINARY, DEFINITIVE or the planted fault
     * @param status MOTTAGEN, GODKAND, AVVISAD, or empty before any receipt
     * @param reason the hub's, or empty
     */
    public record Delivery(String name, String sha256, String stage, String status, String reason) {}

    public Partner(PartnerSettings settings) throws IOException {
        this.settings = settings;
        Path in = Files.createDirectories(settings.server().resolve("in"));
        Path out = Files.createDirectories(settings.server().resolve("out"));
        Durable.privateFolder(settings.marks());
        Rings rings = Rings.load(settings.keys());
        Sealing sealing = new Sealing(rings, settings.clock());
        Opening opening = new Opening(rings);
        this.marks = new Marks(settings.marks());
        Archive archive = new Archive(settings.marks());
        Reading reading = new Reading(archive, opening, marks);
        this.outbox = new Outbox(out, marks);
        this.judging = new Judging(settings.name(), settings.hub(), marks, reading, OrderContent.NUMBERS);
        this.taking = new Taking(settings, new Inbox(in, settings.still()), archive, opening, judging, marks);
        this.receipts = new Receipts(settings, marks, outbox, sealing);
        this.deliveries = new Deliveries(settings, marks, outbox, sealing, reading);
    }

    /** One round. */
    public synchronized void step() throws IOException {
        outbox.settle();
        taking.takeWhole();
        receipts.sendOwed();
        if (settings.automatic()) {
            for (Taken order : accepted()) {
                deliveries.sendDue(order);
            }
        }
    }

    /** Rounds on a thread of their own until closed; a round that fails is told of and tried again. */
    public AutoCloseable start() {
        return Rounds.start(settings, this::step);
    }

    /** Whether an order package of this order was accepted. */
    public synchronized boolean accepted(String order) {
        return judging.acceptedOrder(order).isPresent();
    }

    /** Sends the order's next delivery now; its name, or empty when there is nothing more. */
    public synchronized Optional<String> deliver(String order) throws IOException {
        return deliveries.sendNext(requireAccepted(order)).map(Sent::name);
    }

    /** Sends a faulty delivery for an accepted order; its name. */
    public synchronized String deliver(String order, Fault fault) throws IOException {
        return deliveries.sendFaulty(requireAccepted(order), fault).fileName();
    }

    /** Everything delivered, replays apart. */
    public synchronized List<Delivery> deliveries() {
        return marks.sent().stream()
                .filter(sent -> !sent.stage().isEmpty())
                .map(this::delivery)
                .toList();
    }

    /** What was planted in a delivery. */
    public synchronized Optional<Planted> planted(String delivery) throws IOException {
        return marks.findPlanted(delivery);
    }

    /** What people must look at, as {@code CODE file}. */
    public synchronized List<String> alarms() {
        return marks.alarms().stream()
                .map(alarm -> alarm.code() + " " + alarm.file())
                .toList();
    }

    private Delivery delivery(Sent sent) {
        Taken said = null;
        for (Taken taken : marks.taken()) {
            boolean about = taken.verdict().equals(Taken.NOTED) && taken.about().equals(sent.name());
            if (about && (said == null || said.told().equals(Judging.RECEIVED))) {
                said = taken;
            }
        }
        return new Delivery(
                sent.name(),
                sent.sha256(),
                sent.stage(),
                said == null ? "" : said.told(),
                said == null ? "" : said.reason());
    }

    private List<Taken> accepted() {
        return marks.taken().stream()
                .filter(Taken::accepted)
                .filter(taken -> PackageId.parse(taken.name())
                        .filter(id -> id.kind() == Kind.BESTALLNING)
                        .isPresent())
                .toList();
    }

    private Taken requireAccepted(String order) {
        return judging.acceptedOrder(order).orElseThrow(() -> new IllegalStateException(order + ": no accepted order"));
    }
}
