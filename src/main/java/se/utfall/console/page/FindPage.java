package se.utfall.console.page;

import java.util.List;
import se.utfall.exchange.PackageView;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
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
        List<LinkedDelivery> deliveries) {
    public Texts texts() {
        return frame.texts();
    }

    public boolean nothing() {
        return files.isEmpty() && packages.isEmpty() && orders.isEmpty() && deliveries.isEmpty();
    }
}
