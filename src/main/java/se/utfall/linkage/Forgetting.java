package se.utfall.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.utfall.order.OrderId;
import se.utfall.store.Database;
import se.utfall.store.Folders;
import se.utfall.store.HeldFile;

/** What this room forgets of an order that is disposed of: linked deliveries, results, and what was written out of them. Ledgers are counts and stay. */
final class Forgetting {
    private final LinkageSettings settings;
    private final Database database;
    private final JdbcDeliveries deliveries = new JdbcDeliveries();
    private final JdbcResults results = new JdbcResults();

    Forgetting(LinkageSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    List<HeldFile> held(OrderId order) {
        List<HeldFile> held = new ArrayList<>();
        try {
            add(held, "delivery", settings.archive(), order + "-");
            add(held, "result", settings.results(), order + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(order + ": its deliveries cannot be listed", e);
        }
        return held;
    }

    /** Marked first: nobody reads, publishes or hands on what is being removed. */
    void forget(OrderId order) {
        database.useTransaction(handle -> {
            deliveries.dispose(handle, order);
            results.dispose(handle, order);
        });
        try {
            for (Path folder : List.of(settings.archive(), settings.results())) {
                remove(folder, order + "-");
                remove(folder, Results.UNFINISHED + order + "-");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(order + ": its deliveries cannot be removed", e);
        }
    }

    private static void add(List<HeldFile> held, String what, Path folder, String prefix) throws IOException {
        for (Path of : Folders.beginning(folder, prefix)) {
            for (Path file : Folders.files(of)) {
                held.add(HeldFile.of(what, folder, file));
            }
        }
    }

    private static void remove(Path folder, String prefix) throws IOException {
        for (Path of : Folders.beginning(folder, prefix)) {
            Folders.remove(of);
        }
        Folders.sync(folder);
    }
}
