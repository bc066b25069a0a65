package se.utfall.retention;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.dataset.Datasets;
import se.utfall.exchange.Exchange;
import se.utfall.keys.DetachedSigning;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.keys.SecretsCopy;
import se.utfall.linkage.Linkage;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;
import se.utfall.order.OrderView;
import se.utfall.order.Orders;
import se.utfall.publish.Publishing;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.ProcessLock;

/**
 * The room's door. A disposal that was begun is carried on wherever it was cut short, at the next look, and ends in one certificate. Needs the role {@code approve}.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    /** No run of digits that could be somebody. */
    private static final Pattern DECISION =
            Pattern.compile("(?!.*[0-9]{6}[-+ ]?[0-9]{4})[\\p{L}0-9][\\p{L}0-9 :/._-]{0,59}");

    private final Database database;
    private final OrderDoor orders;
    private final List<Forgetful> rooms;
    private final SecretStore secrets;
    private final RetentionSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final Journal journal;
    private final Certifying certifying;

    /** The rooms of the walk: all that keep something of an order. */
    public record Walk(Orders orders, Exchange exchange, Linkage linkage, Publishing publishing, Datasets datasets) {}

    /** Opens the room; an order that was disposed of, and is not in a database put back from before, is disposed of again. */
    public Retention(
            RetentionSettings settings,
            Database database,
            Walk walk,
            SecretStore secrets,
            PgpKeys keys,
            AuditTrail audit,
            Clock clock) {
        this(
                settings,
                database,
                OrderDoor.of(walk.orders(), walk.linkage()),
                Forgetful.of(walk),
                secrets,
                signer(keys, clock),
                audit,
                clock);
    }

    Retention(
            RetentionSettings settings,
            Database database,
            OrderDoor orders,
            List<Forgetful> rooms,
            SecretStore secrets,
            Certifying.Signer signer,
            AuditTrail audit,
            Clock clock) {
        this.settings = settings;
        this.database = database;
        this.orders = orders;
        this.rooms = rooms;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.journal = new Journal(secrets.folderBeside("disposals"));
        this.certifying = new Certifying(signer);
        takeUpOld();
    }

    /** What would be destroyed; nothing is. */
    public DisposalView preview(OrderId order, String decision, ActingUser by) {
        return entry(order, decision, by).view(false, "", "");
    }

    /** Destroys all that is kept of an order's persons, for good. Refused unless the order has ended, or its day has come. */
    public synchronized DisposalView dispose(OrderId order, String decision, ActingUser by) {
        Optional<Journal.Row> begun = database.inTransaction(handle -> journal.find(handle, order.value()));
        if (begun.isPresent()) {
            need(by);
            return begun.get().ended()
                    ? view(begun.get())
                    : carryOut(begun.get().entry());
        }
        DisposalEntry entry = entry(order, decision, by);
        database.useTransaction(handle -> {
            orders.disposable(handle, order);
            begin(handle, entry, by);
        });
        LOG.info("order {} is being disposed of", order);
        return carryOut(entry);
    }

    /** Carries on a disposal that was cut short, and removes what came late for orders that are disposed of; gives what it ended. */
    public synchronized Optional<DisposalView> resumeNext() {
        List<Journal.Row> rows = database.inSnapshot(journal::list);
        for (Journal.Row row : rows) {
            if (!row.ended()) {
                return Optional.of(carryOut(row.entry()));
            }
            rooms.forEach(room -> room.late().accept(new OrderId(row.entry().order())));
        }
        return Optional.empty();
    }

    /** All disposals, oldest first. */
    public List<DisposalView> list() {
        return database.inSnapshot(journal::list).stream().map(this::view).toList();
    }

    private DisposalEntry entry(OrderId order, String decision, ActingUser by) {
        need(by);
        if (!DECISION.matcher(decision).matches()) {
            throw new OrderRefusedException("DISPOSAL_DECISION", order.value());
        }
        int recalled = database.inTransaction(handle -> orders.disposable(handle, order));
        OrderView view = orders.show(order);
        return new DisposalEntry(
                order.value(),
                view.terms().partner(),
                view.terms().purpose(),
                view.state().name(),
                view.terms().disposeBy().toString(),
                decision,
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                view.funnel().ordered(),
                recalled,
                orders.deliveries(order),
                rooms.stream()
                        .flatMap(room -> room.held().apply(order).stream())
                        .toList());
    }

    /** From the end of this transaction on there is no way back. */
    private void begin(Handle handle, DisposalEntry entry, ActingUser by) {
        if (journal.begin(handle, entry, clock.millis())) {
            orders.dispose(handle, new OrderId(entry.order()), by, entry.decision());
        }
    }

    /** One process at a time; another that is at it already ends it. */
    private DisposalView carryOut(DisposalEntry entry) {
        Optional<ProcessLock> lock = ProcessLock.take(journal.folder(entry.order()));
        if (lock.isEmpty()) {
            return entry.view(false, "", "");
        }
        try (ProcessLock held = lock.get()) {
            LOG.debug("{} held", held);
            return step(entry);
        }
    }

    /** Every step may be done again. */
    private DisposalView step(DisposalEntry entry) {
        OrderId order = new OrderId(entry.order());
        SecretId secret = SecretId.order(order.value());
        journal.keep(entry);
        secrets.destroy(secret);
        rooms.forEach(room -> room.forget().accept(order));
        SecretsCopy copy = settings.secretsCopy();
        if (copy != null) {
            copy.replace(secrets); // before it is certified that it was
        }
        if (!certifying.isWhole(journal.folder(order.value()))) {
            Certificate certificate = new Certificate(
                    entry,
                    secrets.destroyedAt(secret).orElseThrow(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    copy == null ? Certificate.NONE : Certificate.REPLACED,
                    certifying.fingerprint());
            certifying.write(journal.folder(order.value()), certificate);
        }
        if (copy != null) {
            copy.replace(secrets); // with the certificate in it
        }
        return end(order);
    }

    private DisposalView end(OrderId order) {
        String sha256 = certifying.sha256(journal.folder(order.value()));
        Journal.Row row = database.inTransaction(handle -> {
            if (journal.end(handle, order.value(), clock.millis(), sha256)) {
                audit.record(
                        handle,
                        new AuditEvent(ActingUser.HUB, "DISPOSAL_CERTIFIED", order.value(), 0, "sha256=" + sha256));
            }
            return journal.find(handle, order.value()).orElseThrow();
        });
        LOG.info("order {} disposed of: {} files", order, row.entry().files().size());
        return view(row);
    }

    private void takeUpOld() {
        for (DisposalEntry entry : journal.kept()) {
            boolean unknown = database.inTransaction(
                    handle -> journal.find(handle, entry.order()).isEmpty());
            if (unknown && orders.exists(new OrderId(entry.order()))) {
                LOG.warn(
                        "order {} was disposed of and has come back with older data: it is disposed of again",
                        entry.order());
                database.useTransaction(handle -> begin(handle, entry, ActingUser.HUB));
                rooms.forEach(room -> room.forget().accept(new OrderId(entry.order())));
            }
        }
    }

    private DisposalView view(Journal.Row row) {
        String where = row.ended()
                ? journal.folder(row.entry().order()).resolve(Certifying.FILE).toString()
                : "";
        return row.entry().view(row.ended(), where, row.certificateSha256());
    }

    private static void need(ActingUser by) {
        if (!by.roles().contains("approve")) {
            throw new OrderRefusedException("ROLE", "approve");
        }
    }

    private static Certifying.Signer signer(PgpKeys keys, Clock clock) {
        DetachedSigning signing = new DetachedSigning(keys, clock);
        return new Certifying.Signer() {
            @Override
            public byte[] detached(byte[] content) throws IOException {
                return signing.detached(content);
            }

            @Override
            public String fingerprint() {
                return keys.ownFingerprint();
            }
        };
    }
}
