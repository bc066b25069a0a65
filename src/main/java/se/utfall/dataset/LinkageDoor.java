package se.utfall.dataset;

import java.util.List;
import se.utfall.linkage.Linkage;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.Mappings;
import se.utfall.linkage.RecordStream;
import se.utfall.order.OrderId;

/** What this room asks of linkage. */
interface LinkageDoor {
    /** The order's deliveries, oldest first. */
    List<LinkedDelivery> deliveries(OrderId order);

    RecordStream current(OrderId order);

    Mappings mappings();

    static LinkageDoor of(Linkage linkage) {
        return new LinkageDoor() {
            @Override
            public List<LinkedDelivery> deliveries(OrderId order) {
                return linkage.list().stream()
                        .filter(d -> d.order().equals(order))
                        .toList();
            }

            @Override
            public RecordStream current(OrderId order) {
                return linkage.current(order);
            }

            @Override
            public Mappings mappings() {
                return linkage.mappings();
            }
        };
    }
}
