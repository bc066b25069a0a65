package se.utfall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderId;
import se.utfall.store.Database;
import se.utfall.store.Folders;
import se.utfall.store.HeldFile;

/** What this room forgets of an order that is disposed of: datasets' folders, half-built ones too, and what was sealed of them. Hashes, approvals and releases' rows stay. */
final class Forgetting {
    private final Path root;
    private final Database database;
    private final JdbcDatasets datasets;
    private final Tasks tasks;

    Forgetting(Path root, Database database, JdbcDatasets datasets, Tasks tasks) {
        this.root = root;
        this.database = database;
        this.datasets = datasets;
        this.tasks = tasks;
    }

    List<HeldFile> held(OrderId order) {
        List<HeldFile> held = new ArrayList<>();
        try {
            for (Path folder : Folders.beginning(root, order + "_")) {
                for (Path file : Folders.files(folder)) {
                    held.add(HeldFile.of("dataset", root, file));
                }
            }
            for (Path file : released(order)) {
                held.add(HeldFile.of("release", root, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(order + ": its datasets cannot be listed", e);
        }
        return held;
    }

    /** Marked first: a build under way does not count from then on, and removes what it made. */
    void forget(OrderId order) {
        database.useTransaction(handle -> datasets.dispose(handle, order).forEach(id -> {
            tasks.resolve(handle, Builds.ROOM, Builds.NOT_BUILT, id);
            tasks.resolve(handle, Builds.ROOM, Builds.GIVEN_UP, id);
        }));
        try {
            List<Path> gone = new ArrayList<>(released(order));
            gone.addAll(Folders.beginning(root, order + "_"));
            gone.addAll(Folders.beginning(root, Claim.BUILDING + order + "_"));
            for (Path path : gone) {
                Folders.remove(path);
            }
            Folders.sync(root);
        } catch (IOException e) {
            throw new UncheckedIOException(order + ": its datasets cannot be removed", e);
        }
    }

    private List<Path> released(OrderId order) throws IOException {
        List<Path> released = new ArrayList<>();
        for (Path recipient : Folders.beginning(root.resolve(DatasetReleases.RELEASED), "")) {
            released.addAll(Folders.beginning(recipient, order + "_"));
        }
        return released;
    }
}
