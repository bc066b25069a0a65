package se.utfall.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.PackageView;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderId;
import se.utfall.order.Orders;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.HeldFile;

/** The room's door. */
public final class Linkage {
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Exchange exchange;
    private final Database database;
    private final JdbcDeliveries deliveries = new JdbcDeliveries();
    private final DeliveryReading reading;
    private final DeliveryRecords records;
    private final Results results;
    private final Forgetting forgetting;

    /** Opens the room; sweeps folders in the archive that no delivery came of. */
    public Linkage(
            LinkageSettings settings,
            Database database,
            Exchange exchange,
            Orders orders,
            SecretStore secrets,
            Tasks tasks,
            AuditTrail audit,
            Clock clock) {
        Mappings mappings = Mappings.load();
        OrderDoor door = OrderDoor.of(orders);
        SealedFiles sealed = new SealedFiles(secrets);
        String software = software();
        this.exchange = exchange;
        this.database = database;
        this.reading = new DeliveryReading(
                door, database, mappings, sealed, settings.archive(), tasks, audit, clock, software);
        this.records =
                new DeliveryRecords(door, database, mappings, sealed, secrets, settings.archive(), clock, software);
        this.results = new Results(door, database, sealed, settings, audit, clock);
        this.forgetting = new Forgetting(settings, database);
        sweep(settings.archive(), clock);
    }

    /** Opens and links the next received delivery; the view says whether it was accepted. Empty when there is none. */
    public Optional<PackageView> linkNext() {
        return exchange.nextDelivery().map(received -> exchange.open(received, reading::read));
    }

    /** The delivery; throws {@link NoSuchElementException} when there is none. */
    public LinkedDelivery get(DeliveryId id) {
        return database.inTransaction(handle -> deliveries.find(handle, id))
                .orElseThrow(() -> new NoSuchElementException("no delivery " + id))
                .view();
    }

    /** All deliveries, oldest first. */
    public List<LinkedDelivery> list() {
        return database.inTransaction(deliveries::list).stream()
                .map(StoredDelivery::view)
                .toList();
    }

    /** Deliveries whose records can still be made: not those of disposed orders. Oldest first. */
    public List<LinkedDelivery> readable() {
        return database.inTransaction(deliveries::listKept).stream()
                .map(StoredDelivery::view)
                .toList();
    }

    /** What lies in the archive of the order's deliveries, and what was written out of its results. */
    public List<HeldFile> held(OrderId order) {
        return forgetting.held(order);
    }

    /** Removes deliveries and results of an order that is disposed of; nothing to do is fine. */
    public void forget(OrderId order) {
        forgetting.forget(order);
    }

    /** All deliveries of aggregates, oldest first. */
    public List<ResultDelivery> results() {
        return results.list();
    }

    /** The rows of a delivery of aggregates, for who has the role statistics; audited. Else {@link ResultRefusedException}. */
    public List<ResultRow> resultRows(DeliveryId id, ActingUser by) {
        return results.show(id, by);
    }

    /** Writes out the next delivered aggregates for statisticians, with checksums and provenance; empty when all are. */
    public Optional<ResultDelivery> handOnNext() {
        return results.handOnNext();
    }

    /** The oldest delivery whose summary is not written yet; empty when there is none. */
    public Optional<LinkedDelivery> nextSummary() {
        return database.inSnapshot(deliveries::nextWithoutSummary).map(StoredDelivery::view);
    }

    /** The delivery's ledger as rows for Camel CSV, header first: {@code fil;register;status;period;kod;antal}. */
    public List<List<String>> summary(LinkedDelivery delivery) {
        return Summary.of(delivery);
    }

    /** The delivery's summary lies where it should. */
    public void summaryWritten(LinkedDelivery delivery) {
        database.useTransaction(handle -> deliveries.summaryWritten(handle, delivery.id()));
    }

    /** The delivery's outcome records under its order's purpose: same bytes each time. */
    public RecordStream records(DeliveryId id) {
        return records.of(id);
    }

    /**
     * What is known now of every person, register and ordered period of an order, over all its deliveries (a later table replaces whole periods); periods that no
     * table covers are NOT_YET_OBSERVED or SOURCE_NOT_DELIVERED with record version 0. Ordered by running number, register, period.
     */
    public RecordStream current(OrderId order) {
        return records.current(order);
    }

    /** The mappings that deliveries are read by: columns, units, code lists, for code books. */
    public Mappings mappings() {
        return records.mappings();
    }

    /** A crash or a refusal may leave a folder that no delivery names; young ones may be in use by another hub. */
    private void sweep(Path archive, Clock clock) {
        Set<String> used = new HashSet<>(database.inTransaction(deliveries::folders));
        used.addAll(database.inTransaction(new JdbcResults()::folders));
        FileTime limit = FileTime.from(clock.instant().minus(ABANDONED));
        try {
            Files.createDirectories(archive);
            try (Stream<Path> folders = Files.list(archive)) {
                for (Path folder : folders.toList()) {
                    boolean abandoned = !used.contains(folder.getFileName().toString())
                            && Files.getLastModifiedTime(folder).compareTo(limit) < 0;
                    if (abandoned) {
                        DeliveryFiles.destroy(folder);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String software() {
        String version = Linkage.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
