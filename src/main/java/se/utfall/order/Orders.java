package se.utfall.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.KeyedHash;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.register.Register;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/**
 * The room's door. Every move is audited in its own transaction; an illegal one throws {@link OrderRefusedException}.
 * <p>Roles: {@code operate} creates, freezes and sends, {@code approve} approves.
 */
public final class Orders {
    private final Database database;
    private final OrderTable orders;
    private final Drafts drafts;
    private final PersonSource persons;
    private final PopulationArchive archive;
    private final Approvals approvals;
    private final Freezing freezing;
    private final Releases releases;
    private final Replies replies;
    private final Recalls recalls;
    private final Disposals disposals;
    private final OrderSettings settings;
    private final Clock clock;

    public Orders(
            Database database,
            Register register,
            SecretStore secrets,
            PgpKeys keys,
            AuditTrail audit,
            Tasks tasks,
            Clock clock,
            OrderSettings settings) {
        this(database, PersonSource.of(register), secrets, keys::recipientFingerprint, audit, tasks, clock, settings);
    }

    /** @param fingerprints the partner's present primary fingerprint, by name */
    Orders(
            Database database,
            PersonSource persons,
            SecretStore secrets,
            UnaryOperator<String> fingerprints,
            AuditTrail audit,
            Tasks tasks,
            Clock clock,
            OrderSettings settings) {
        SecretId approval = SecretId.hub("approval");
        secrets.ensure(approval);
        this.database = database;
        this.persons = persons;
        this.settings = settings;
        this.clock = clock;
        this.drafts = new Drafts(tasks, audit, clock);
        this.orders = new OrderTable(drafts, audit, clock);
        this.archive = new PopulationArchive(settings.archive(), new SealedFiles(secrets));
        this.approvals =
                new Approvals(new KeyedHash(secrets.derive(approval, "order-approval", 32)), fingerprints, clock);
        this.freezing = new Freezing(database, orders, persons, secrets, archive, settings.sender(), clock);
        this.releases = new Releases(database, orders, approvals, archive, tasks);
        this.replies = new Replies(orders, tasks);
        this.disposals = new Disposals(orders, archive, clock);
        this.recalls = new Recalls(database, orders, persons, archive, tasks, clock);
    }

    /** A partner asks for an order: it becomes a draft for people to judge, in the caller's transaction. */
    public OrderId proposed(Handle handle, ProposedOrder proposed) {
        return drafts.propose(handle, proposed);
    }

    /** Drafts that wait for people, oldest first. */
    public List<DraftView> drafts() {
        return database.inTransaction(drafts::list);
    }

    /** The draft of this id, if it still waits for people. */
    public Optional<DraftView> findDraft(OrderId id) {
        return database.inTransaction(handle -> drafts.find(handle, id));
    }

    /** People have judged that a draft will not be an order. */
    public void decline(OrderId draft, ActingUser by) {
        need(by, "operate");
        database.useTransaction(handle -> drafts.decline(handle, draft, by));
    }

    /** Completes the draft that its {@code partnerReference} names, if one waits. Reads an order file (YAML); all problems at once in an {@link OrderRefusedException} with code ORDER_FILE. */
    public OrderId create(Path orderFile, ActingUser by) {
        need(by, "operate");
        String text = text(orderFile);
        LocalDate today = LocalDate.ofInstant(clock.instant(), OrderPackage.STOCKHOLM);
        OrderFile file = OrderFileReader.accept(text, settings.partners(), today);
        return database.inTransaction(handle -> {
            OrderId id = orders.insert(handle, file, text, today.getYear(), by);
            orders.move(handle, orders.get(handle, id), OrderState.SPEC_APPROVED, by, 0, "");
            return id;
        });
    }

    /**
     * Freezes the population and packs the zip. Cut short at any point it can be done again and gives the same bytes from the same register; done, it
     * is refused.
     */
    public OrderView freeze(OrderId id, ActingUser by) {
        need(by, "operate");
        freezing.freeze(id, by);
        return show(id);
    }

    /** One approval, bound to manifest hash, recipient's fingerprint and purpose, under a MAC. The second moves the order to RELEASE_APPROVED. */
    public OrderView approve(OrderId id, ActingUser by) {
        need(by, "approve");
        releases.approve(id, by, order -> true);
        return show(id);
    }

    /** The same, for what was looked at: refused when manifest or recipient's key are others by now. */
    public OrderView approve(OrderId id, String manifestSha256, String fingerprint, ActingUser by) {
        need(by, "approve");
        releases.approve(
                id,
                by,
                order -> order.manifest().equals(manifestSha256)
                        && approvals.fingerprint(order).equals(fingerprint));
        return show(id);
    }

    /** Lets an approved order go: the sending route takes it from here. Persons' latest events are looked at first. */
    public OrderView send(OrderId id, ActingUser by) {
        need(by, "operate");
        recalls.follow();
        releases.send(id, by);
        return show(id);
    }

    /**
     * The next order released for sending and not yet sealed by exchange; its approvals and its persons are checked again here.
     *
     * @param passedOver those that cannot be sealed now; they do not hold up the others
     */
    public Optional<ApprovedOrder> nextApproved(Set<OrderId> passedOver) {
        if (database.inTransaction(orders::listReleased).isEmpty()) {
            return Optional.empty();
        }
        recalls.follow();
        return releases.next(passedOver);
    }

    /** Exchange has sealed all of its packages (in the same transaction as their rows): it is not handed out again. */
    public void sealed(Handle handle, OrderId id, int sequence) {
        replies.sealed(handle, id, sequence);
    }

    /** The package for that recipient has left. */
    public void sent(Handle handle, OrderId id, int sequence, String recipient) {
        replies.sent(handle, id, sequence, recipient);
    }

    /** The recipient accepted its package; the order is acknowledged when all have. */
    public void acknowledged(Handle handle, OrderId id, int sequence, String recipient) {
        replies.acknowledged(handle, id, sequence, recipient);
    }

    /** The recipient refused its package; of the reason, {@code CODE: text}, only the code is kept. */
    public void rejected(Handle handle, OrderId id, int sequence, String recipient, String reason) {
        replies.rejected(handle, id, sequence, recipient, reason);
    }

    /** A delivery was accepted; {@code last} means nothing more is planned. */
    public void delivered(Handle handle, OrderId id, boolean last) {
        replies.delivered(handle, id, last);
    }

    /** Reacts to new person events: recall marks and tasks, or a thaw while nothing is sealed. Returns how many. */
    public int followEvents() {
        return recalls.follow();
    }

    public OrderTerms terms(OrderId id) {
        return database.inTransaction(handle -> orders.get(handle, id)).terms();
    }

    /** When the events of its population lie. */
    public EventWindow eventWindow(OrderId id) {
        OrderFile file =
                database.inTransaction(handle -> orders.get(handle, id)).file();
        return new EventWindow(file.population().from(), file.population().to());
    }

    /** The population as frozen, with what the register knows now; not within a caller's transaction. */
    public FollowUpFacts followUpFacts(OrderId id) {
        OrderRow order = database.inTransaction(handle -> orders.get(handle, id));
        if (order.state() == OrderState.DISPOSED) {
            throw new OrderRefusedException("DISPOSED", id.value());
        }
        order.manifest();
        PopulationTable table = archive.table(order);
        StandingNow now = StandingNow.of(table, persons, Set.of());
        return new PopulationFacts(
                table, now, order.file().anchor(), database.inTransaction(handle -> recalls.marked(handle, id)));
    }

    /** How an order ends for good. */
    public Disposals disposals() {
        return disposals;
    }

    public OrderView show(OrderId id) {
        return database.inTransaction(handle -> view(handle, orders.get(handle, id)));
    }

    public List<OrderView> list() {
        return database.inTransaction(handle ->
                orders.list(handle).stream().map(row -> view(handle, row)).toList());
    }

    private OrderView view(Handle handle, OrderRow order) {
        return new OrderView(
                order.terms(),
                order.state(),
                order.sequence(),
                order.frozenBy(),
                order.manifestSha256(),
                order.hasPopulation() ? approvals.fingerprint(order) : null,
                approvals.valid(handle, order),
                order.funnel(),
                study(handle, order));
    }

    private OrderView.@Nullable StudyView study(Handle handle, OrderRow order) {
        List<OrderParts.Part> parts = order.hasPopulation() ? OrderParts.list(handle, order) : List.of();
        if (parts.isEmpty()) {
            return null;
        }
        return new OrderView.StudyView(
                order.funnel().ordered() - order.comparison(),
                order.comparison(),
                parts.stream()
                        .map(p -> new OrderView.PackageState(
                                p.recipient(),
                                p.manifestSha256(),
                                approvals.fingerprint(p.recipient()),
                                p.state().name()))
                        .toList());
    }

    private static void need(ActingUser by, String role) {
        if (!by.roles().contains(role)) {
            throw new OrderRefusedException("ROLE", role);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > 1_000_000) {
                throw new OrderRefusedException("ORDER_FILE", "> 1 MB");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new OrderRefusedException("ORDER_FILE_UNREADABLE", String.valueOf(file.getFileName()));
        }
    }
}
