package se.utfall.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import se.utfall.order.OrderId;
import se.utfall.store.HeldFile;

/**
 * What this room forgets of an order that is disposed of: the packages themselves. Their names, hashes, steps and the marks of what was answered stay, so that a replay is
 * refused as before; receipts hold hashes and codes only and stay too. A delivery that comes afterwards is opened, refused, answered, and goes at the next look.
 */
final class Forgetting {
    private final House house;

    Forgetting(House house) {
        this.house = house;
    }

    List<HeldFile> held(OrderId order) {
        List<HeldFile> held = new ArrayList<>();
        try {
            for (StoredPackage row : kept(order)) {
                if (Files.exists(house.archive().path(row.file().name()))) {
                    held.add(HeldFile.of(
                            "package",
                            house.settings().archive(),
                            house.archive().path(row.file().name())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(order + ": its packages cannot be listed", e);
        }
        return held;
    }

    void forget(OrderId order) {
        house.database().useTransaction(handle -> house.packages().end(handle, order));
        for (StoredPackage row : kept(order)) {
            house.archive().remove(row.file().name());
            house.database().useTransaction(handle -> {
                house.packages().forgotten(handle, row.id());
                house.resolve(handle, TaskCode.RECEIPT_OVERDUE, row.label());
                house.resolve(handle, TaskCode.REMOTE_DIFFERS, row.label());
            });
        }
    }

    private List<StoredPackage> kept(OrderId order) {
        return house.database().inTransaction(handle -> house.packages().listKept(handle, order));
    }
}
