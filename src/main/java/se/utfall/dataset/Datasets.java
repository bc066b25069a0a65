package se.utfall.dataset;

import java.util.List;
import java.util.Optional;
import se.utfall.order.OrderId;
import se.utfall.store.ActingUser;

/** The room's door. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Datasets {
    /** Asks for a new version of the order's dataset; the route builds it. */
    public DatasetView request(OrderId order, ActingUser by) {
        throw new UnsupportedOperationException();
    }

    /** Builds the oldest requested dataset; empty when there is none. */
    public Optional<DatasetView> buildNext() {
        throw new UnsupportedOperationException();
    }

    public List<DatasetView> list() {
        throw new UnsupportedOperationException();
    }
}
