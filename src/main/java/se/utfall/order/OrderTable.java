package se.utfall.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.store.ActingUser;

/** The order rows, always within a caller's transaction; a move is audited in it. */
final class OrderTable {
    private static final String COLUMNS =
            "SELECT order_id, state, order_file, sequence, freeze_attempt, frozen_by, frozen_at,"
                    + " manifest_sha256, spells, persons, ordered, protected_excluded, annulled, flagged, comparison, released, sealed FROM order_ ";
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    OrderTable(Drafts drafts, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts the order under the id of the draft that it completes, or else under the next free id of the partner and year. */
    OrderId insert(Handle handle, OrderFile file, String text, int year, ActingUser by) {
        Optional<OrderId> draft = drafts.complete(handle, file.partner(), file.partnerReference());
        OrderId id = draft.orElseGet(() -> nextId(handle, file.partner(), year));
        handle.createUpdate(
                        "INSERT INTO order_ (order_id, partner, state, order_file, sequence, created_by, created_at,"
                                + " freeze_attempt, spells, persons, ordered, protected_excluded, annulled, flagged, released, sealed, recheck)"
                                + " VALUES (:id, :partner, :state, :file, 1, :by, :at, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)")
                .bind("id", id.value())
                .bind("partner", file.partner())
                .bind("state", OrderState.DRAFT.name())
                .bind("file", text)
                .bind("by", by.name())
                .bind("at", clock.millis())
                .execute();
        audit(handle, by, "ORDER_CREATED", id, 0, file.purpose());
        return id;
    }

    Optional<OrderRow> find(Handle handle, OrderId id) {
        return query(handle, "WHERE order_id = :id")
                .bind("id", id.value())
                .map((rs, c) -> row(rs))
                .findOne();
    }

    OrderRow get(Handle handle, OrderId id) {
        return find(handle, id)
                .orElseThrow(() -> new OrderRefusedException(
                        drafts.find(handle, id).isPresent() ? "ONLY_A_DRAFT" : "UNKNOWN_ORDER", id.value()));
    }

    List<OrderRow> list(Handle handle) {
        return query(handle, "ORDER BY order_id").map((rs, c) -> row(rs)).list();
    }

    /** Approved, let go by a person, not yet sealed. */
    List<OrderRow> listReleased(Handle handle) {
        return query(handle, "WHERE state = 'RELEASE_APPROVED' AND released = 1 AND sealed = 0 ORDER BY order_id")
                .map((rs, c) -> row(rs))
                .list();
    }

    /** Orders whose population counts, whether still here or with the partner. */
    List<OrderRow> listLive(Handle handle) {
        return query(
                        handle,
                        "WHERE manifest_sha256 IS NOT NULL AND state IN ('POPULATION_FROZEN', 'RELEASE_APPROVED',"
                                + " 'SENT', 'ACKNOWLEDGED', 'REJECTED', 'PARTLY_DELIVERED', 'DELIVERED', 'REVIEWED') ORDER BY order_id")
                .map((rs, c) -> row(rs))
                .list();
    }

    /** Those that an event may have passed by while they were frozen or sealed. */
    List<OrderRow> listToRecheck(Handle handle) {
        return query(handle, "WHERE recheck = 1 AND manifest_sha256 IS NOT NULL ORDER BY order_id")
                .map((rs, c) -> row(rs))
                .list();
    }

    /** Moves the order if the move is allowed and nobody moved it meanwhile. */
    void move(Handle handle, OrderRow row, OrderState to, ActingUser by, long count, String detail) {
        OrderStates.check(row.state(), to);
        int moved = handle.createUpdate("UPDATE order_ SET state = :to WHERE order_id = :id AND state = :from")
                .bind("to", to.name())
                .bind("id", row.id().value())
                .bind("from", row.state().name())
                .execute();
        if (moved != 1) {
            throw new OrderRefusedException("STATE", row.id() + " was moved meanwhile");
        }
        audit(handle, by, "ORDER_" + to.name().toUpperCase(Locale.ROOT), row.id(), count, detail);
    }

    /** Ends the order for good, from whatever state it is in: who may and when is {@link Disposals}' matter. */
    void dispose(Handle handle, OrderRow row, ActingUser by, String detail) {
        update(handle, row.id(), "state = 'DISPOSED', released = 0, recheck = 0")
                .execute();
        audit(handle, by, "ORDER_DISPOSED", row.id(), row.funnel().ordered(), detail);
    }

    /** An update of one order; placeholders {@code :id} and those the caller binds. */
    Update update(Handle handle, OrderId id, String set) {
        return handle.createUpdate("UPDATE order_ SET " + set + " WHERE order_id = :id")
                .bind("id", id.value());
    }

    void audit(Handle handle, ActingUser by, String action, OrderId id, long count, String detail) {
        audit.record(handle, new AuditEvent(by, action, id.value(), count, detail));
    }

    static OrderId nextId(Handle handle, String partner, int year) {
        String prefix = String.format(Locale.ROOT, "%s-%04d-", partner, year);
        int last = handle.createQuery("SELECT max(order_id) FROM (SELECT order_id FROM order_"
                        + " UNION ALL SELECT order_id FROM order_draft) AS known WHERE order_id LIKE :prefix")
                .bind("prefix", prefix + "%")
                .mapTo(String.class)
                .findOne()
                .map(id -> Integer.parseInt(id.substring(prefix.length())))
                .orElse(0);
        if (last == 999) {
            throw new OrderRefusedException("NO_FREE_ID", prefix + "999");
        }
        return new OrderId(prefix + String.format(Locale.ROOT, "%03d", last + 1));
    }

    private static Query query(Handle handle, String where) {
        return handle.createQuery(COLUMNS + where);
    }

    private static OrderRow row(ResultSet rs) throws SQLException {
        return new OrderRow(
                new OrderId(rs.getString("order_id")),
                OrderState.valueOf(rs.getString("state")),
                OrderFileReader.read(rs.getString("order_file")),
                rs.getInt("sequence"),
                rs.getInt("freeze_attempt"),
                rs.getString("frozen_by"),
                instant(rs),
                rs.getString("manifest_sha256"),
                new OrderView.Funnel(
                        rs.getInt("spells"),
                        rs.getInt("persons"),
                        rs.getInt("ordered"),
                        rs.getInt("protected_excluded"),
                        rs.getInt("annulled"),
                        rs.getInt("flagged")),
                rs.getInt("comparison"),
                rs.getInt("released") == 1,
                rs.getInt("sealed") == 1);
    }

    private static @Nullable Instant instant(ResultSet rs) throws SQLException {
        long millis = rs.getLong("frozen_at");
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
