package se.utfall.order;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** Lets an approved order go, and hands it to exchange only while its approvals hold for exactly what lies sealed. */
final class Releases {
    static final String VOID_TASK = "APPROVAL_VOID";
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private final Database database;
    private final OrderTable orders;
    private final Approvals approvals;
    private final PopulationArchive archive;
    private final Tasks tasks;

    Releases(Database database, OrderTable orders, Approvals approvals, PopulationArchive archive, Tasks tasks) {
        this.database = database;
        this.orders = orders;
        this.approvals = approvals;
        this.archive = archive;
        this.tasks = tasks;
    }

    /** Refused unless {@code seen} holds for the order as it stands in the same transaction. */
    void approve(OrderId id, ActingUser by, Predicate<OrderRow> seen) {
        database.useTransaction(handle -> {
            OrderRow order = orders.get(handle, id);
            OrderStates.check(order.state(), OrderState.RELEASE_APPROVED);
            if (!seen.test(order)) {
                throw new OrderRefusedException("CHANGED", id.value());
            }
            approvals.add(handle, order, by);
            orders.audit(handle, by, "ORDER_APPROVED", id, 0, order.manifest());
            if (approvals.complete(handle, order)) {
                orders.move(handle, order, OrderState.RELEASE_APPROVED, by, 0, approvals.fingerprint(order));
                tasks.resolve(handle, "order", VOID_TASK, id.value());
                tasks.resolve(handle, "order", Recalls.THAWED_TASK, id.value());
            }
        });
    }

    void send(OrderId id, ActingUser by) {
        boolean holds = database.inTransaction(handle -> {
            OrderRow order = orders.get(handle, id);
            OrderStates.check(order.state(), OrderState.SENT);
            if (order.released()) {
                return true;
            }
            if (!approvals.complete(handle, order)) {
                voided(handle, order);
                return false;
            }
            orders.update(handle, id, "released = 1").execute();
            orders.audit(handle, by, "ORDER_RELEASED", id, order.funnel().ordered(), order.manifest());
            return true;
        });
        if (!holds) {
            throw new OrderRefusedException("APPROVAL_VOID", id.value());
        }
    }

    /** The first released order whose approvals hold; those that do not go back to be approved again. */
    Optional<ApprovedOrder> next(Set<OrderId> passedOver) {
        for (OrderRow order : database.inTransaction(orders::listReleased)) {
            if (passedOver.contains(order.id())) {
                continue;
            }
            boolean packed = packedAsApproved(order);
            boolean holds = database.inTransaction(handle -> packed && approvals.complete(handle, order));
            if (holds) {
                return Optional.of(approved(order));
            }
            database.useTransaction(handle -> voided(handle, order));
        }
        return Optional.empty();
    }

    private ApprovedOrder approved(OrderRow order) {
        List<ApprovedOrder.Content> packages = order.file().recipients().stream()
                .map(recipient -> new ApprovedOrder.Content(
                        recipient, approvals.fingerprint(recipient), () -> archive.openZip(order, recipient)))
                .toList();
        return new ApprovedOrder(order.id(), order.sequence(), packages);
    }

    private void voided(Handle handle, OrderRow order) {
        orders.move(handle, order, OrderState.POPULATION_FROZEN, ActingUser.HUB, 0, "APPROVAL_VOID");
        orders.update(handle, order.id(), "released = 0").execute();
        tasks.raise(handle, "order", VOID_TASK, order.id().value());
        LOG.warn("order {}: its approvals no longer hold", order.id());
    }

    private boolean packedAsApproved(OrderRow order) {
        Map<String, String> manifests = new LinkedHashMap<>();
        try {
            for (String recipient : order.file().recipients()) {
                manifests.put(recipient, manifestSha256(order, recipient));
            }
        } catch (IOException e) {
            LOG.warn("order {}: its package cannot be opened", order.id());
            return false;
        }
        return OrderParts.bound(manifests).equals(order.manifest());
    }

    private String manifestSha256(OrderRow order, String recipient) throws IOException {
        try (InputStream sealed = archive.openZip(order, recipient);
                ZipInputStream zip = new ZipInputStream(sealed)) {
            ZipEntry first = zip.getNextEntry();
            boolean manifest = first != null && first.getName().equals("manifest.json");
            return manifest ? Digested.sha256(zip.readAllBytes()) : "";
        }
    }
}
