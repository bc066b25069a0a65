package se.utfall.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.OpenedPackage;
import se.utfall.exchange.Provisional;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.keys.SealedFiles;
import se.utfall.notice.Tasks;
import se.utfall.order.DeliveryMode;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** What linkage makes of an opened delivery: a provisional sealed delivery that counts when exchange commits it. */
final class DeliveryReading {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReading.class);
    private static final String ROOM = "linkage";
    private static final int MANY_SET_ASIDE_PERCENT = 2;
    /** RELEASE_APPROVED too: a crash may have come between the upload and its mark. */
    private static final Set<OrderState> AWAITING = EnumSet.of(
            OrderState.RELEASE_APPROVED,
            OrderState.SENT,
            OrderState.ACKNOWLEDGED,
            OrderState.PARTLY_DELIVERED,
            OrderState.DELIVERED,
            OrderState.REVIEWED);

    private final OrderDoor orders;
    private final Database database;
    private final JdbcDeliveries deliveries = new JdbcDeliveries();
    private final Mappings mappings;
    private final SealedFiles sealed;
    private final Path archive;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final Clock clock;
    private final String software;
    private final ResultReading results;

    DeliveryReading(
            OrderDoor orders,
            Database database,
            Mappings mappings,
            SealedFiles sealed,
            Path archive,
            Tasks tasks,
            AuditTrail audit,
            Clock clock,
            String software) {
        this.orders = orders;
        this.database = database;
        this.mappings = mappings;
        this.sealed = sealed;
        this.archive = archive;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
        this.software = software;
        this.results = new ResultReading(orders, database, sealed, archive, tasks, audit, clock, software);
    }

    /** Reads and links the package; refuses it whole with a {@link se.utfall.exchange.PackageRefusedException}. */
    Provisional read(OpenedPackage opened) {
        return read(opened.received(), opened.manifest(), opened::eachFile);
    }

    Provisional read(ReceivedPackage received, JsonNode content, Linking.Files opened) {
        OrderId order = received.name().order();
        OrderTerms terms = awaited(received, order);
        if (terms.deliveryMode() != DeliveryMode.FILE) {
            return results.read(received, content, terms, opened);
        }
        DeliveryManifest manifest = DeliveryManifest.of(content, terms, mappings);
        DeliveryId id = new DeliveryId(
                String.format(Locale.ROOT, "%s-L%03d", order, received.name().sequence()));
        History history = database.inTransaction(handle -> new History(deliveries.list(handle, order)));
        requireNew(id, history);
        requireNoStepBack(manifest, history, received.name().sequence());
        String folder = id + "-" + UUID.randomUUID();
        DeliveryFiles files = new DeliveryFiles(sealed, archive.resolve(folder), id, order);
        Linking linking =
                new Linking(received, opened, terms, manifest, orders.facts(order), mappings, files, clock.instant());
        linking.run();
        return new Provisional() {
            @Override
            public void commit(Handle handle) {
                store(handle, linking, manifest, id, folder);
            }

            @Override
            public void destroy() {
                files.destroy();
            }
        };
    }

    private OrderTerms awaited(ReceivedPackage received, OrderId order) {
        try {
            OrderTerms terms = orders.terms(order);
            if (orders.state(order) == OrderState.DISPOSED) {
                throw Refusal.of("ORDER_GALLRAD", order);
            }
            if (!terms.partner().equals(received.partner()) || !AWAITING.contains(orders.state(order))) {
                throw Refusal.of("ORDER_VANTAS_EJ", order);
            }
            return terms;
        } catch (OrderRefusedException e) {
            throw Refusal.of("ORDER_VANTAS_EJ", order);
        }
    }

    private static void requireNew(DeliveryId id, History history) {
        if (history.deliveries().stream().anyMatch(d -> d.id().equals(id))) {
            throw Refusal.of("SEKVENS", id);
        }
    }

    /** No preliminary period after a definitive one, and no earlier sequence after a later one for the same period. */
    private static void requireNoStepBack(DeliveryManifest manifest, History history, int sequence) {
        for (DeliveryManifest.Table table : manifest.tables()) {
            Coverage coverage = table.coverage();
            for (int i = 0; i < coverage.count(); i++) {
                if (!table.definitive() && history.definitive(table.register(), coverage.month(i))) {
                    throw Refusal.of("PREL_EFTER_DEF", table.file(), coverage.label(i));
                }
                if (history.latestSequence(table.register(), coverage.month(i)) > sequence) {
                    throw Refusal.of("SEKVENS_GAMMAL", table.file(), coverage.label(i));
                }
            }
        }
    }

    /** Everything held: in exchange's transaction, against the order's history as it is now. */
    private void store(Handle handle, Linking linking, DeliveryManifest manifest, DeliveryId id, String folder) {
        OrderId order = linking.order();
        History history = new History(deliveries.list(handle, order));
        StoredDelivery delivery = linking.stored(id, history, software, folder);
        requireNoStepBack(manifest, history, delivery.sequence());
        deliveries.insert(handle, delivery);
        Refusal.ofDisposed(order, () -> orders.delivered(handle, order, delivery.last()));
        long rows =
                delivery.tables().stream().mapToLong(StoredDelivery.Table::rows).sum();
        long linked = delivery.tables().stream()
                .mapToLong(StoredDelivery.Table::linked)
                .sum();
        if ((rows - linked) * 100 > rows * MANY_SET_ASIDE_PERCENT) {
            tasks.raise(handle, ROOM, "MANY_SET_ASIDE", id.value());
        }
        String detail = String.format(
                Locale.ROOT,
                "rows=%d linked=%d set_aside=%d records=%d",
                rows,
                linked,
                rows - linked,
                delivery.records());
        audit.record(handle, new AuditEvent(ActingUser.HUB, "DELIVERY_LINKED", id.value(), linked, detail));
        LOG.info("Delivery {} linked: {}", id, detail);
    }
}
