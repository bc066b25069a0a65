package se.utfall.publish;

import java.util.List;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.RecordStream;

/** What publishing needs of linkage. */
interface RecordSource {
    /** Oldest first. */
    List<LinkedDelivery> list();

    /** The same records in the same order each time. */
    RecordStream records(DeliveryId id);
}
