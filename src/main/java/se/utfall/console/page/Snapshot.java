package se.utfall.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.utfall.dataset.DatasetView;
import se.utfall.exchange.PackageView;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.ResultDelivery;
import se.utfall.notice.Task;
import se.utfall.order.DraftView;
import se.utfall.order.OrderView;
import se.utfall.publish.PublishedBatch;

/**
 * The hub at one moment: ids, states and counts, never a person.
 *
 * @param unreadable parts whose room did not answer; their lists are empty, which then means nothing
 */
public record Snapshot(
        Instant asOf,
        List<Task> tasks,
        List<OrderView> orders,
        List<DraftView> drafts,
        List<PackageView> packages,
        List<LinkedDelivery> deliveries,
        List<ResultDelivery> results,
        List<FileReport> files,
        List<PublishedBatch> batches,
        List<DatasetView> datasets,
        List<RouteState> routes,
        List<Contact> contacts,
        Set<Part> unreadable) {

    /** What is asked for apart, so that one room's failure leaves the others to be seen. */
    public enum Part {
        TASKS,
        ORDERS,
        PACKAGES,
        DELIVERIES,
        FILES,
        BATCHES,
        DATASETS,
        ROUTES,
        CONTACTS
    }

    /** Whether the part was read; an empty list of an unread part is no good news. */
    public boolean has(Part part) {
        return !unreadable.contains(part);
    }

    /** How many ledgers, of files and of deliveries, do not close. */
    public long unbalanced() {
        return files.stream().filter(f -> !f.balanced()).count()
                + deliveries.stream().filter(d -> !d.balanced()).count()
                + results.stream().filter(r -> !r.balanced()).count();
    }
}
