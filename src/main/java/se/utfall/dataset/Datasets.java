package se.utfall.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.DetachedSigning;
import se.utfall.keys.PgpKeys;
import se.utfall.linkage.Linkage;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.Orders;
import se.utfall.register.Register;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.HeldFile;
import se.utfall.store.WorkArea;

/** The room's door. Asking for a dataset needs the role {@code statistics}. */
public final class Datasets {
    private final Database database;
    private final LinkageDoor linkage;
    private final OrderDoor orders;
    private final AuditTrail audit;
    private final Clock clock;
    private final JdbcDatasets datasets;
    private final Builds builds;
    private final DatasetReleases releases;
    private final Forgetting forgetting;

    public Datasets(
            DatasetSettings settings,
            Database database,
            Linkage linkage,
            Orders orders,
            Register register,
            PgpKeys keys,
            ReleaseSealing sealing,
            AuditTrail audit,
            Tasks tasks,
            WorkArea workArea,
            Clock clock) {
        this(
                settings,
                database,
                LinkageDoor.of(linkage),
                OrderDoor.of(orders),
                RegisterDoor.of(register),
                keys,
                sealing,
                audit,
                tasks,
                workArea,
                clock);
    }

    Datasets(
            DatasetSettings settings,
            Database database,
            LinkageDoor linkage,
            OrderDoor orders,
            RegisterDoor register,
            PgpKeys keys,
            ReleaseSealing sealing,
            AuditTrail audit,
            Tasks tasks,
            WorkArea workArea,
            Clock clock) {
        this.database = database;
        this.linkage = linkage;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
        this.datasets = new JdbcDatasets(settings.folder());
        Building building =
                new Building(settings, linkage, orders, register, new DetachedSigning(keys, clock), workArea, clock);
        this.builds = new Builds(settings.folder(), database, datasets, building, audit, tasks, clock);
        this.forgetting = new Forgetting(settings.folder(), database, datasets, tasks);
        this.releases = new DatasetReleases(settings.folder(), database, keys, sealing, audit, workArea, clock);
    }

    /** Asks for a new version of the order's dataset; the route builds it. */
    public DatasetView request(OrderId order, ActingUser by) {
        DatasetReleases.need(by, "statistics");
        OrderState state = orders.show(order).state();
        if (state == OrderState.WITHDRAWN || state == OrderState.DISPOSED) {
            throw new DatasetRefusedException("ORDER_ENDED", order.value());
        }
        if (linkage.deliveries(order).isEmpty()) {
            throw new DatasetRefusedException("NO_DELIVERIES", order.value());
        }
        return database.inTransaction(handle -> {
            DatasetView asked = datasets.insert(handle, order, by.name(), clock.instant());
            audit.record(handle, new AuditEvent(by, "DATASET_REQUESTED", asked.id(), 0, order.value()));
            return asked;
        });
    }

    /**
     * Builds the oldest requested dataset; empty when there is none. The view says whether it was built: a worker that died leaves it requested, three times at most.
     * A half-built folder is removed and built anew.
     */
    public synchronized Optional<DatasetView> buildNext() {
        return builds.next();
    }

    /** All datasets, oldest first. */
    public List<DatasetView> list() {
        return database.inTransaction(datasets::list);
    }

    /**
     * Agrees that the dataset, as built, may go to that recipient's pinned key. Needs the role {@code approve}, and someone else than who asked for it. Returns who have
     * agreed to exactly that.
     */
    public List<String> approve(String datasetId, String recipient, ActingUser by) {
        return releases.approve(get(datasetId), recipient, by);
    }

    /** Seals the dataset for a recipient as {@code <folder>.zip.pgp}; needs the role {@code statistics} and the approval of two. Refused when a file was altered. */
    public ReleaseView seal(String datasetId, String recipient, ActingUser by) {
        return releases.seal(get(datasetId), recipient, by);
    }

    /** What lies of the order's datasets, and of what was sealed of them. */
    public List<HeldFile> held(OrderId order) {
        return forgetting.held(order);
    }

    /** Removes the datasets of an order that is disposed of; nothing to do is fine. */
    public void forget(OrderId order) {
        forgetting.forget(order);
    }

    private DatasetView get(String datasetId) {
        DatasetView view = database.inTransaction(handle -> datasets.find(handle, datasetId))
                .orElseThrow(() -> new DatasetRefusedException("UNKNOWN", datasetId));
        if (view.state().equals(JdbcDatasets.DISPOSED)) {
            throw new DatasetRefusedException("ORDER_ENDED", view.orderId());
        }
        return view;
    }

    /** The dataset's cleared table of working or studying after 3, 6, 12 and 24 months, as it lies in its folder. Refused when the folder was altered. */
    public DatasetTable table(String datasetId) {
        DatasetView view = get(datasetId);
        Path folder = view.folder();
        String checksums = view.checksumsSha256();
        if (folder == null || checksums == null || view.table() == null) {
            throw new DatasetRefusedException("NO_TABLE", datasetId);
        }
        try {
            byte[] csv = Checksums.unaltered(folder, StatTable.csv(OutcomeTable.WORKING), checksums);
            return parsed(new String(csv, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(datasetId, e);
        }
    }

    /**
     * The dataset to be carried away by a statistician: its folder as a zip. Needs the role {@code statistics}; refused when the folder was altered. The trace is left before
     * anything is given.
     */
    public DatasetZip fetch(String datasetId, ActingUser by) {
        DatasetReleases.need(by, "statistics");
        DatasetView view = get(datasetId);
        Path folder = view.folder();
        String checksums = view.checksumsSha256();
        if (folder == null || checksums == null) {
            throw new DatasetRefusedException("NOT_BUILT", datasetId);
        }
        try {
            DatasetZip zip = DatasetZip.of(folder, checksums);
            long rows = view.rows() == null ? 0 : view.rows();
            audit.record(new AuditEvent(by, "DATASET_FETCHED", datasetId, rows, checksums));
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(datasetId, e);
        }
    }

    /** No cell of the file holds a separator or a quote. */
    private static DatasetTable parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        csv.lines().forEach(line -> rows.add(List.of(line.split(";", -1))));
        return new DatasetTable(rows.get(0), List.copyOf(rows.subList(1, rows.size())));
    }
}
