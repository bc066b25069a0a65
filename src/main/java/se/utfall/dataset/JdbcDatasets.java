package se.utfall.dataset;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.order.OrderId;

/** The table of datasets. */
final class JdbcDatasets {
    static final String REQUESTED = "REQUESTED";
    static final String BUILT = "BUILT";
    static final String FAILED = "FAILED";
    static final String DISPOSED = "DISPOSED";
    private static final String COLUMNS = "SELECT dataset_id, order_id, version, state, requested_by, requested_at,"
            + " failures, built_at, folder, checksums_sha256, row_count, person_count, has_table FROM dataset ";

    private final Path root;

    /** @param root where the folders lie */
    JdbcDatasets(Path root) {
        this.root = root;
    }

    /** What a finished build is recorded as. */
    record Built(String folder, String checksumsSha256, long rows, long persons, boolean hasTable, Instant at) {}

    DatasetView insert(Handle handle, OrderId order, String by, Instant now) {
        int version = handle.createQuery("SELECT coalesce(max(version), 0) + 1 FROM dataset WHERE order_id = :o")
                .bind("o", order.value())
                .mapTo(Integer.class)
                .one();
        String id = Claim.id(order, version);
        handle.createUpdate("INSERT INTO dataset (dataset_id, order_id, version, state, requested_by, requested_at,"
                        + " attempt, failures, not_before) VALUES (:id, :o, :v, :s, :by, :at, 0, 0, 0)")
                .bind("id", id)
                .bind("o", order.value())
                .bind("v", version)
                .bind("s", REQUESTED)
                .bind("by", by)
                .bind("at", now.toEpochMilli())
                .execute();
        return get(handle, id);
    }

    /** Takes the oldest that is requested and due; nobody else gets it while the lease stands. */
    Optional<Claim> claim(Handle handle, Instant now, Duration lease) {
        return handle.createQuery("UPDATE dataset SET attempt = attempt + 1, not_before = :until"
                        + " WHERE dataset_id = (SELECT dataset_id FROM dataset WHERE state = 'REQUESTED'"
                        + " AND not_before <= :now ORDER BY requested_at, dataset_id LIMIT 1)"
                        + " AND state = 'REQUESTED' AND not_before <= :now"
                        + " RETURNING dataset_id, order_id, version, requested_by, requested_at, attempt, failures")
                .bind("until", now.plus(lease).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .map((rs, c) -> new Claim(
                        rs.getString(1),
                        new OrderId(rs.getString(2)),
                        rs.getInt(3),
                        rs.getString(4),
                        Instant.ofEpochMilli(rs.getLong(5)),
                        rs.getInt(6),
                        rs.getInt(7)))
                .findOne();
    }

    /** Nobody takes it before then: renews a lease, or puts it off. */
    boolean notBefore(Handle handle, Claim claim, Instant then) {
        return handle.createUpdate("UPDATE dataset SET not_before = :then" + FENCED)
                        .bind("then", then.toEpochMilli())
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute()
                == 1;
    }

    private static final String FENCED = " WHERE dataset_id = :id AND attempt = :attempt AND state = 'REQUESTED'";

    /** False when another attempt took over meanwhile. */
    boolean finish(Handle handle, Claim claim, Built built) {
        return handle.createUpdate("UPDATE dataset SET state = 'BUILT', folder = :folder, checksums_sha256 = :sha,"
                                + " row_count = :rows, person_count = :persons, has_table = :table, built_at = :at"
                                + FENCED)
                        .bind("folder", built.folder())
                        .bind("sha", built.checksumsSha256())
                        .bind("rows", built.rows())
                        .bind("persons", built.persons())
                        .bind("table", built.hasTable() ? 1 : 0)
                        .bind("at", built.at().toEpochMilli())
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute()
                == 1;
    }

    /** False when another attempt took over meanwhile. */
    boolean fail(Handle handle, Claim claim, String state, Instant retryAt) {
        return handle.createUpdate("UPDATE dataset SET state = :state, failures = failures + 1, not_before = :then"
                                + FENCED)
                        .bind("state", state)
                        .bind("then", retryAt.toEpochMilli())
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute()
                == 1;
    }

    /** The order's datasets are gone; gives their ids. What was built keeps its hash and counts. */
    List<String> dispose(Handle handle, OrderId order) {
        handle.execute("UPDATE dataset SET state = 'DISPOSED' WHERE order_id = ?", order.value());
        return handle.createQuery("SELECT dataset_id FROM dataset WHERE order_id = :o")
                .bind("o", order.value())
                .mapTo(String.class)
                .list();
    }

    DatasetView get(Handle handle, String id) {
        return find(handle, id).orElseThrow();
    }

    Optional<DatasetView> find(Handle handle, String id) {
        return handle.createQuery(COLUMNS + "WHERE dataset_id = :id")
                .bind("id", id)
                .map((rs, c) -> view(rs))
                .findOne();
    }

    List<DatasetView> list(Handle handle) {
        return handle.createQuery(COLUMNS + "ORDER BY requested_at, dataset_id")
                .map((rs, c) -> view(rs))
                .list();
    }

    private DatasetView view(ResultSet rs) throws SQLException {
        String name = rs.getString("folder");
        boolean gone = name == null || rs.getString("state").equals(DISPOSED);
        Path folder = gone ? null : root.resolve(name);
        boolean hasTable = rs.getInt("has_table") == 1;
        Long builtAt = number(rs, "built_at");
        return new DatasetView(
                rs.getString("dataset_id"),
                rs.getString("order_id"),
                rs.getInt("version"),
                rs.getString("state"),
                rs.getString("requested_by"),
                rs.getInt("failures"),
                folder,
                rs.getString("checksums_sha256"),
                number(rs, "row_count"),
                number(rs, "person_count"),
                folder != null && hasTable ? folder.resolve(StatTable.csv(OutcomeTable.WORKING)) : null,
                Instant.ofEpochMilli(builtAt == null ? rs.getLong("requested_at") : builtAt));
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        long value = rs.getLong(column);
        return rs.wasNull() ? null : value;
    }
}
