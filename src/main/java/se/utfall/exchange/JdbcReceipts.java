package se.utfall.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.order.OrderId;

/** The table {@code receipt}: ours, about packages of partners, and theirs, about ours. */
final class JdbcReceipts {
    private final Clock clock;

    JdbcReceipts(Clock clock) {
        this.clock = clock;
    }

    /** A receipt of ours that no package carries yet. */
    record Prepared(
            String id,
            String partner,
            OrderId order,
            int sequence,
            PackageName about,
            String sha256,
            String status,
            String reason,
            Instant at) {}

    /** Gives it the next number of its order, in the caller's transaction. */
    void prepare(Handle handle, ReceivedPackage about, String status, String reason) {
        int sequence = handle.createQuery("INSERT INTO receipt_number (partner, order_id, last_no) VALUES (:p, :o, 1)"
                        + " ON CONFLICT (partner, order_id) DO UPDATE SET last_no = receipt_number.last_no + 1"
                        + " RETURNING last_no")
                .bind("p", about.partner())
                .bind("o", about.name().order().value())
                .mapTo(Integer.class)
                .one();
        insert(handle, "OUT", about.partner(), about.id(), about.name().order(), sequence, null, status, reason);
    }

    /** Notes what a partner's receipt said. */
    void note(Handle handle, StoredPackage about, ReceivedPackage carrier, String status, String code) {
        PackageName name = carrier.name();
        insert(handle, "IN", carrier.partner(), about.id(), name.order(), name.sequence(), carrier.id(), status, code);
    }

    private void insert(
            Handle handle,
            String direction,
            String partner,
            String about,
            OrderId order,
            int sequence,
            @Nullable String carrier,
            String status,
            String reason) {
        handle.createUpdate("INSERT INTO receipt (receipt_id, direction, partner, package_id, order_id, sequence_no,"
                        + " carrier_id, status, reason, made_at) VALUES (:id, :direction, :partner, :about, :order,"
                        + " :seq, :carrier, :status, :reason, :at)")
                .bind("id", UUID.randomUUID().toString())
                .bind("direction", direction)
                .bind("partner", partner)
                .bind("about", about)
                .bind("order", order.value())
                .bind("seq", sequence)
                .bind("carrier", carrier)
                .bind("status", status)
                .bind("reason", reason)
                .bind("at", clock.millis())
                .execute();
    }

    List<Prepared> listPrepared(Handle handle) {
        return handle.createQuery("SELECT r.receipt_id, r.partner, r.order_id, r.sequence_no, p.kind,"
                        + " p.sequence_no AS about_no, p.sha256, r.status, r.reason, r.made_at"
                        + " FROM receipt r JOIN package_ p ON p.package_id = r.package_id"
                        + " WHERE r.direction = 'OUT' AND r.carrier_id IS NULL ORDER BY r.made_at, r.order_id, r.sequence_no")
                .map((rs, c) -> {
                    OrderId order = new OrderId(rs.getString("order_id"));
                    PackageName.Kind kind = PackageName.Kind.valueOf(rs.getString("kind"));
                    return new Prepared(
                            rs.getString("receipt_id"),
                            rs.getString("partner"),
                            order,
                            rs.getInt("sequence_no"),
                            new PackageName(order, kind, rs.getInt("about_no")),
                            rs.getString("sha256"),
                            rs.getString("status"),
                            rs.getString("reason"),
                            Instant.ofEpochMilli(rs.getLong("made_at")));
                })
                .list();
    }

    void carry(Handle handle, String id, String carrier) {
        handle.createUpdate("UPDATE receipt SET carrier_id = :carrier WHERE receipt_id = :id")
                .bind("carrier", carrier)
                .bind("id", id)
                .execute();
    }

    /** Statuses of the receipts about a package, oldest first. */
    List<String> statuses(Handle handle, String packageId) {
        return handle.createQuery(
                        "SELECT status FROM receipt WHERE package_id = :id ORDER BY made_at, sequence_no, receipt_id")
                .bind("id", packageId)
                .mapTo(String.class)
                .list();
    }
}
