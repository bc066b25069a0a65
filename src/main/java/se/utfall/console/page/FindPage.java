package se.utfall.console.page;

import java.util.List;
import se.utfall.exchange.PackageView;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.ResultDelivery;
import se.utfall.order.DraftView;
import se.utfall.order.OrderView;

/**
 * What was found under a name, part of a name, or the beginning of a hash.
 *
 * @param asked as typed; empty when it was nothing that may be looked for
 */
public record FindPage(
        Frame frame,
        String asked,
        List<FileReport> files,
        List<PackageView> packages,
        List<OrderView> orders,
        List<DraftView> drafts,
        List<LinkedDelivery> deliveries,
        List<ResultDelivery> results) {
    public Texts texts() {
        return frame.texts();
    }

    public boolean nothing() {
        return files.isEmpty() && packages.isEmpty() && !elsewhere();
    }

    /** Whether something was found that has its place on a list, not a page of its own. */
    public boolean elsewhere() {
        return !(orders.isEmpty() && drafts.isEmpty() && deliveries.isEmpty() && results.isEmpty());
    }
}
