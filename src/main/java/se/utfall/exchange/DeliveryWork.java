package se.utfall.exchange;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import se.utfall.exchange.StoredPackage.State;

/** A delivery: linkage reads it; accepted, it is answered by GODKAND, and stands for the receipt of the order package if that never came. */
final class DeliveryWork implements Opening.Work<DeliveryWork.Delivery> {
    /** Our package was acknowledged by its delivery, not by a receipt. */
    static final String WITHOUT_RECEIPT = "UTAN_KVITTENS";

    private final House house;
    private final Function<OpenedPackage, Provisional> reader;

    DeliveryWork(House house, Function<OpenedPackage, Provisional> reader) {
        this.house = house;
        this.reader = reader;
    }

    /** @param about file name of our package that it answers */
    record Delivery(String about, Provisional content) {}

    @Override
    public Delivery read(OpenedPackage opened) {
        String about = PackageManifest.text(opened.manifest(), "avser");
        return new Delivery(about, reader.apply(opened));
    }

    @Override
    public void commit(Handle handle, ReceivedPackage received, Delivery delivery) {
        delivery.content().commit(handle);
        house.receipts().prepare(handle, received, "GODKAND", "");
        PackageName.parse(delivery.about())
                .filter(n -> n.order().equals(received.name().order()))
                .flatMap(n -> house.packages().findSealed(handle, received.partner(), n))
                .ifPresent(ours -> acknowledged(handle, ours));
    }

    /** The order itself hears of its delivery from linkage. */
    private void acknowledged(Handle handle, StoredPackage ours) {
        if (house.packages().answered(handle, ours.id(), State.ACKNOWLEDGED, WITHOUT_RECEIPT)) {
            house.resolve(handle, TaskCode.RECEIPT_OVERDUE, ours.label());
            house.record(handle, "PACKAGE_ACKNOWLEDGED", ours.partner(), ours.name(), WITHOUT_RECEIPT);
        }
    }

    @Override
    public void discard(Delivery delivery) {
        delivery.content().destroy();
    }
}
