package se.utfall.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderId;
import se.utfall.order.Orders;
import se.utfall.store.Arrival;
import se.utfall.store.Database;
import se.utfall.store.HeldFile;
import se.utfall.store.Sighting;

/** The room's door. Every step is restartable from the table {@code package_}. */
public final class Exchange {
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Pattern HASH_START = Pattern.compile("[0-9a-f]{4,64}");
    private final House house;
    private final Sealing sealing;
    private final Sending sending;
    private final Receiving receiving;
    private final Opening opening;
    private final Forgetting forgetting;

    /** Opens the room; sweeps from the archive what a crash left. */
    public Exchange(
            ExchangeSettings settings,
            Database database,
            Orders orders,
            PgpKeys keys,
            SecretStore secrets,
            AuditTrail audit,
            Tasks tasks,
            Clock clock) {
        this(House.of(settings, database, OrderDoor.of(orders), keys, OrderSeal.of(secrets), audit, tasks, clock));
    }

    Exchange(House house) {
        this.house = house;
        this.sealing = new Sealing(house);
        this.sending = new Sending(house);
        this.receiving = new Receiving(house);
        this.opening = new Opening(house);
        this.forgetting = new Forgetting(house);
        house.archive()
                .sweep(
                        house.database().inTransaction(house.packages()::archiveFiles),
                        house.now().minus(ABANDONED));
    }

    /** Seals the next approved order or else the next prepared receipt (encrypt, sign); empty when nothing waits or a task says why it cannot be. */
    public Optional<SealedPackage> sealNext() {
        return sealing.next();
    }

    /** The oldest package for this partner that is sealed and not sent; those that something foreign stands in the way of come last. */
    public Optional<SealedPackage> nextToSend(String partner) {
        return sending.next(partner);
    }

    /**
     * Before an upload: what the partner's folder says of the package. WHOLE marks it sent (an earlier upload got through), FOREIGN raises a task.
     *
     * @param remoteSize of the file under the package's name, -1 when there is none
     */
    public RemoteCopy compare(String packageId, long remoteSize) {
        return sending.compare(packageId, remoteSize);
    }

    /**
     * After an upload whose rename the server confirmed: the same, but a name that is gone already was taken by the partner and counts as sent.
     *
     * @param remoteSize of the file under the package's name, -1 when there is none
     */
    public RemoteCopy uploaded(String packageId, long remoteSize) {
        return sending.uploaded(packageId, remoteSize);
    }

    /** It lies with the partner, as somebody who saw to it says (a transport by hand). */
    public void sent(String packageId) {
        sending.sent(packageId);
    }

    /** Whether this name, size and time is new to us; the SFTP filter asks before anything is fetched. */
    public boolean wants(Sighting sighting) {
        return receiving.wants(sighting);
    }

    /**
     * Takes a fetched package into the archive and deletes the arrival. Same name and content again: noted, the first is shown. Same name, other content after
     * acceptance: set aside, alarm. Throws {@link PackageRefusedException} (NAMN) for what is no partner's package by name.
     */
    public PackageView receive(Arrival arrival) {
        return view(receiving.receive(arrival));
    }

    /** Opens the next received receipt and lets it move its order; empty when there is none. */
    public Optional<PackageView> openNextReceipt() {
        ReceiptWork work = new ReceiptWork(house, sending);
        return next(PackageName.Kind.KVITTENS).map(received -> view(opening.open(received, work)));
    }

    /** Opens the next order that a partner has sent: it becomes a draft. Empty when there is none. */
    public Optional<PackageView> openNextOrder() {
        ProposalWork work = new ProposalWork(house);
        return next(PackageName.Kind.BESTALLNING).map(received -> view(opening.open(received, work)));
    }

    /** The oldest received delivery not yet opened. */
    public Optional<ReceivedPackage> nextDelivery() {
        return next(PackageName.Kind.LEVERANS);
    }

    /**
     * One pass: decrypt, hash, unzip, {@code reader}; then signature, integrity, zip directory, hashes and rows. When all hold, one transaction commits the
     * provisional result, the package's state and the GODKAND receipt; else the result is destroyed and, after a valid pinned signature, AVVISAD is prepared.
     * What is no fault of the package is thrown: the package stays received and is tried again.
     */
    public PackageView open(ReceivedPackage received, Function<OpenedPackage, Provisional> reader) {
        return view(opening.open(received, new DeliveryWork(house, reader)));
    }

    /** Raises tasks for receipts overdue. */
    public void watchReceipts() {
        house.database()
                .useTransaction(handle -> house.packages()
                        .listOverdue(handle, house.now().minus(house.settings().receiptWait()))
                        .forEach(ours -> house.raise(handle, TaskCode.RECEIPT_OVERDUE, ours.label())));
    }

    /** The order's packages as they lie in the archive; receipts are not among them. */
    public List<HeldFile> held(OrderId order) {
        return forgetting.held(order);
    }

    /** Removes the packages of an order that is disposed of, and never sends what was not sent; nothing to do is fine. */
    public void forget(OrderId order) {
        forgetting.forget(order);
    }

    /** By file name (all that came or went under it) or by the first hexadecimal digits of the hash, four or more. */
    public List<PackageView> find(String nameOrHash) {
        boolean hash = HASH_START.matcher(nameOrHash).matches();
        return list().stream()
                .filter(p -> p.name().fileName().equals(nameOrHash)
                        || (hash && p.sha256().startsWith(nameOrHash)))
                .toList();
    }

    /** All packages, oldest first. */
    public List<PackageView> list() {
        return house.database()
                .inSnapshot(handle -> house.packages().list(handle).stream()
                        .map(p -> view(handle, p))
                        .toList());
    }

    /** The package's way, oldest step first. */
    public List<PackageStep> steps(PackageView view) {
        return house.database().inSnapshot(handle -> JdbcSteps.list(handle, view.id()));
    }

    private Optional<ReceivedPackage> next(PackageName.Kind kind) {
        return house.database()
                .inSnapshot(h -> house.packages().nextReceived(h, kind))
                .map(p -> p.received(house.archive()));
    }

    private PackageView view(StoredPackage row) {
        return house.database().inSnapshot(handle -> view(handle, row));
    }

    private PackageView view(Handle handle, StoredPackage row) {
        return new PackageView(
                row.id(),
                row.partner(),
                row.outgoing(),
                row.name(),
                row.state().name(),
                row.code(),
                row.file().sha256(),
                row.file().bytes(),
                row.signer(),
                row.signedAt(),
                row.at(),
                house.receipts().statuses(handle, row.id()));
    }
}
