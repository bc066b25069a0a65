package se.utfall.demo.partner;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an order's deliveries: preliminary, then, once the hub has accepted that, definitive; and faulty ones when asked. */
final class Deliveries {
    private final PartnerSettings settings;
    private final Marks marks;
    private final Outbox outbox;
    private final Sealing sealing;
    private final Reading reading;
    private final Set<String> nothingYet = new HashSet<>();

    Deliveries(PartnerSettings settings, Marks marks, Outbox outbox, Sealing sealing, Reading reading) {
        this.settings = settings;
        this.marks = marks;
        this.outbox = outbox;
        this.sealing = sealing;
        this.reading = reading;
    }

    /** Sends what is due for an accepted order. */
    void sendDue(Taken order) throws IOException {
        Optional<Sent> first = sent(order, Stage.PRELIMINARY);
        boolean accepted = first.filter(this::accepted).isPresent();
        boolean due =
                first.isEmpty() || (accepted && sent(order, Stage.DEFINITIVE).isEmpty());
        String today = order.name() + " " + Reading.day(settings.clock().instant());
        if (due && !nothingYet.contains(today) && sendNext(order).isEmpty()) {
            nothingYet.add(today);
        }
    }

    /** Sends the next delivery without waiting for an answer to the one before; empty when there is nothing (more) to deliver. */
    Optional<Sent> sendNext(Taken taken) throws IOException {
        Reading.Order order = reading.order(taken);
        Stage stage = sent(taken, Stage.PRELIMINARY).isEmpty() ? Stage.PRELIMINARY : Stage.DEFINITIVE;
        List<Table> tables = plan(order).tables(stage);
        boolean nothing = order.terms().mode() != OrderTerms.Mode.FIL || tables.isEmpty();
        if (nothing || sent(taken, stage).isPresent()) {
            return Optional.empty();
        }
        boolean last = stage == Stage.DEFINITIVE;
        PackageId id = marks.next(orderId(taken), Kind.LEVERANS);
        DeliveryContent content = content(id, order, tables, last, settings.seed());
        Sealing.Content zip = content.zip(!last, false);
        marks.planted(content.planted());
        Sent sent = outbox.send(
                id,
                out -> sealing.seal(zip, last ? Envelope.LIBERAL : Envelope.PLAIN, out),
                sha256 -> mark(id, sha256, stage.name(), taken));
        settings.news().accept(id.fileName() + ": " + stage);
        return Optional.of(sent);
    }

    /** Puts a faulty delivery into {@code /out}, under the next sequence, or under the last one if it is a replay. */
    PackageId sendFaulty(Taken taken, Fault fault) throws IOException {
        Reading.Order order = reading.order(taken);
        PackageId next = marks.next(orderId(taken), Kind.LEVERANS);
        boolean replay = fault == Fault.REPLAY;
        PackageId id = replay ? new PackageId(next.order(), next.kind(), next.sequence() - 1) : next;
        if (id.sequence() == 0) {
            throw new IllegalStateException("no delivery to replay");
        }
        long seed = replay ? settings.seed() + 1 : settings.seed();
        DeliveryContent content = content(id, order, Faults.tables(fault, plan(order)), false, seed);
        Faults.change(fault, content.manifest());
        Sealing.Content zip = content.zip(true, fault == Fault.EXTRA_FILE);
        Sealing.Content bytes = Faults.damage(fault, out -> sealing.seal(zip, Faults.envelope(fault), out));
        if (replay) {
            outbox.replace(id, bytes);
        } else {
            outbox.send(id, bytes, sha256 -> mark(id, sha256, fault.name(), taken));
        }
        settings.news().accept(id.fileName() + ": " + fault);
        return id;
    }

    private DeliveryContent content(PackageId id, Reading.Order order, List<Table> tables, boolean last, long seed)
            throws IOException {
        Set<Integer> recalled = reading.recalled(id.order());
        DeliveryContent.Heading heading =
                new DeliveryContent.Heading(id, settings.name(), settings.hub(), order.name(), last, settings.clock());
        return DeliveryContent.of(heading, tables, order.people(), recalled::contains, seed);
    }

    private Plan plan(Reading.Order order) {
        return new Plan(order.terms(), Reading.day(settings.clock().instant()), settings.heldBack());
    }

    private static Sent mark(PackageId id, String sha256, String stage, Taken order) {
        return new Sent(id.fileName(), sha256, stage, order.name(), order.sha256(), "");
    }

    private Optional<Sent> sent(Taken order, Stage stage) {
        return marks.sent().stream()
                .filter(s -> s.stage().equals(stage.name()) && s.about().equals(order.name()))
                .findFirst();
    }

    /** By a receipt for exactly these bytes. */
    private boolean accepted(Sent delivery) {
        return marks.taken().stream()
                .anyMatch(t -> t.verdict().equals(Taken.NOTED)
                        && t.about().equals(delivery.name())
                        && t.told().equals(Taken.ACCEPTED));
    }

    private static String orderId(Taken taken) {
        return PackageId.parse(taken.name()).orElseThrow().order();
    }
}
