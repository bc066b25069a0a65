package se.utfall.linkage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.utfall.order.OrderId;

/** Deliveries of aggregates. */
final class JdbcResults {
    private static final String SELECT = "SELECT delivery_id, order_id, sequence_no, partner, package_name,"
            + " package_sha256, is_last, received_at, row_count, taken, software, folder, handed_at, handed_sha256"
            + " FROM result_delivery ";

    /** A row of the table: the view, and where its rows lie. */
    record Stored(ResultDelivery view, String software, String folder) {}

    void insert(Handle handle, Stored stored) {
        ResultDelivery d = stored.view();
        handle.execute(
                "INSERT INTO result_delivery (delivery_id, order_id, sequence_no, partner, package_name,"
                        + " package_sha256, is_last, received_at, row_count, taken, software, folder)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.id().value(),
                d.order().value(),
                d.sequence(),
                d.partner(),
                d.packageName(),
                d.packageSha256(),
                d.last() ? 1 : 0,
                d.receivedAt().toEpochMilli(),
                d.rows(),
                d.taken(),
                stored.software(),
                stored.folder());
        d.setAside()
                .forEach((code, rows) -> handle.execute(
                        "INSERT INTO result_set_aside (delivery_id, code, row_count) VALUES (?, ?, ?)",
                        d.id().value(),
                        code,
                        rows));
    }

    List<Stored> list(Handle handle) {
        return handle.createQuery(SELECT + "ORDER BY received_at, delivery_id")
                .map((rs, c) -> stored(handle, rs))
                .list();
    }

    Optional<Stored> find(Handle handle, DeliveryId id) {
        return handle.createQuery(SELECT + "WHERE delivery_id = :id")
                .bind("id", id.value())
                .map((rs, c) -> stored(handle, rs))
                .findOne();
    }

    Optional<Stored> nextToHandOn(Handle handle) {
        return handle.createQuery(
                        SELECT + "WHERE handed_at IS NULL AND disposed = 0 ORDER BY received_at, delivery_id LIMIT 1")
                .map((rs, c) -> stored(handle, rs))
                .findOne();
    }

    /** False when another was first, or its order was disposed of meanwhile. */
    boolean handedOn(Handle handle, DeliveryId id, Instant at, String sha256) {
        return handle.execute(
                        "UPDATE result_delivery SET handed_at = ?, handed_sha256 = ?"
                                + " WHERE delivery_id = ? AND handed_at IS NULL AND disposed = 0",
                        at.toEpochMilli(),
                        sha256,
                        id.value())
                == 1;
    }

    void dispose(Handle handle, OrderId order) {
        handle.execute("UPDATE result_delivery SET disposed = 1 WHERE order_id = ?", order.value());
    }

    boolean isDisposed(Handle handle, DeliveryId id) {
        return handle.createQuery("SELECT disposed FROM result_delivery WHERE delivery_id = :id")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne()
                .filter(disposed -> disposed == 1)
                .isPresent();
    }

    List<String> folders(Handle handle) {
        return handle.createQuery("SELECT folder FROM result_delivery")
                .mapTo(String.class)
                .list();
    }

    private static Stored stored(Handle handle, ResultSet rs) throws SQLException {
        String id = rs.getString("delivery_id");
        long handedAt = rs.getLong("handed_at");
        boolean handed = !rs.wasNull();
        ResultDelivery view = new ResultDelivery(
                new DeliveryId(id),
                new OrderId(rs.getString("order_id")),
                rs.getString("partner"),
                rs.getInt("sequence_no"),
                rs.getInt("is_last") == 1,
                rs.getString("package_name"),
                rs.getString("package_sha256"),
                Instant.ofEpochMilli(rs.getLong("received_at")),
                rs.getLong("row_count"),
                rs.getLong("taken"),
                setAside(handle, id),
                handed ? Instant.ofEpochMilli(handedAt) : null,
                rs.getString("handed_sha256"));
        return new Stored(view, rs.getString("software"), rs.getString("folder"));
    }

    private static Map<String, Long> setAside(Handle handle, String id) {
        Map<String, Long> rows = new TreeMap<>();
        handle.createQuery("SELECT code, row_count FROM result_set_aside WHERE delivery_id = :id")
                .bind("id", id)
                .map((rs, c) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .forEach(e -> rows.put(e.getKey(), e.getValue()));
        return rows;
    }
}
