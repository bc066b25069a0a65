package se.utfall.linkage;

import java.util.List;
import java.util.Optional;
import se.utfall.exchange.PackageView;
import se.utfall.order.OrderId;

/** The room's door. */
public final class Linkage {
    /** Opens and links the next received delivery; the view says whether it was accepted. Empty when there is none. */
    public Optional<PackageView> linkNext() {
        throw new UnsupportedOperationException();
    }

    public LinkedDelivery get(DeliveryId id) {
        throw new UnsupportedOperationException();
    }

    /** All deliveries, oldest first. */
    public List<LinkedDelivery> list() {
        throw new UnsupportedOperationException();
    }

    /** The delivery's outcome records under its order's purpose: same bytes each time. */
    public RecordStream records(DeliveryId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * What is known now of every person, register and ordered period of an order, over all its deliveries (a later table replaces whole periods); periods that no
     * table covers are NOT_YET_OBSERVED or SOURCE_NOT_DELIVERED with record version 0. Ordered by running number, register, period.
     */
    public RecordStream current(OrderId order) {
        throw new UnsupportedOperationException();
    }
}
