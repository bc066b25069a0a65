package se.utfall.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import se.utfall.exchange.StoredPackage.State;
import se.utfall.order.OrderId;

/** The table {@code package_}; every move names the state it leaves, so that of two hubs only one makes it. */
final class JdbcPackages {
    private static final String COLUMNS =
            "SELECT package_id, direction, partner, order_id, kind, sequence_no, state, code,"
                    + " archive_file, sha256, size_bytes, signer, signed_at, taken_at FROM package_ ";
    private static final String NAMED =
            " partner = :partner AND order_id = :order AND kind = :kind AND sequence_no = :seq ";
    private static final String OLDEST_UNTROUBLED =
            " ORDER BY CASE WHEN failed_at IS NULL THEN 0 ELSE 1 END, failed_at, taken_at, order_id, sequence_no, package_id LIMIT 1";
    private final Clock clock;

    JdbcPackages(Clock clock) {
        this.clock = clock;
    }

    /** False when the name is taken: of ours there is one package per name and recipient. */
    boolean insert(Handle handle, StoredPackage row) {
        Instant signedAt = row.signedAt();
        return named(
                                handle.createUpdate(
                                        "INSERT INTO package_ (package_id, direction, partner, order_id, kind,"
                                                + " sequence_no, state, code, archive_file, sha256, size_bytes, signer, signed_at, taken_at)"
                                                + " VALUES (:id, :direction, :partner, :order, :kind, :seq, :state, :code, :file, :sha256,"
                                                + " :bytes, :signer, :signedAt, :at) ON CONFLICT DO NOTHING"),
                                row.partner(),
                                row.name())
                        .bind("id", row.id())
                        .bind("direction", row.outgoing() ? "OUT" : "IN")
                        .bind("state", row.state().name())
                        .bind("code", row.code())
                        .bind("file", row.file().name())
                        .bind("sha256", row.file().sha256())
                        .bind("bytes", row.file().bytes())
                        .bind("signer", row.signer())
                        .bind("signedAt", signedAt == null ? null : (Long) signedAt.toEpochMilli())
                        .bind("at", row.at().toEpochMilli())
                        .execute()
                == 1;
    }

    Optional<StoredPackage> find(Handle handle, String id) {
        return handle.createQuery(COLUMNS + "WHERE package_id = :id")
                .bind("id", id)
                .map((rs, c) -> row(rs))
                .findOne();
    }

    StoredPackage get(Handle handle, String id) {
        return find(handle, id).orElseThrow(() -> new IllegalArgumentException("no package " + id));
    }

    Optional<StoredPackage> findSealed(Handle handle, String partner, PackageName name) {
        return named(handle.createQuery(COLUMNS + "WHERE direction = 'OUT' AND" + NAMED), partner, name)
                .map((rs, c) -> row(rs))
                .findOne();
    }

    /** All that came from the partner under the name, the first first. */
    List<StoredPackage> listReceived(Handle handle, String partner, PackageName name) {
        return named(
                        handle.createQuery(
                                COLUMNS + "WHERE direction = 'IN' AND" + NAMED + "ORDER BY taken_at, package_id"),
                        partner,
                        name)
                .map((rs, c) -> row(rs))
                .list();
    }

    List<StoredPackage> list(Handle handle) {
        return handle.createQuery(COLUMNS + "ORDER BY taken_at, package_id")
                .map((rs, c) -> row(rs))
                .list();
    }

    Set<String> archiveFiles(Handle handle) {
        return Set.copyOf(handle.createQuery("SELECT archive_file FROM package_")
                .mapTo(String.class)
                .list());
    }

    /** The oldest sealed one for the partner; those with trouble last. */
    Optional<StoredPackage> nextToSend(Handle handle, String partner) {
        return handle.createQuery(
                        COLUMNS + "WHERE direction = 'OUT' AND state = 'SEALED' AND partner = :p" + OLDEST_UNTROUBLED)
                .bind("p", partner)
                .map((rs, c) -> row(rs))
                .findOne();
    }

    /** The oldest not yet opened; those with trouble last, but none before an earlier sequence of the same order. */
    Optional<StoredPackage> nextReceived(Handle handle, PackageName.Kind kind) {
        return handle.createQuery(COLUMNS + "p WHERE direction = 'IN' AND state = 'RECEIVED' AND kind = :kind"
                        + " AND NOT EXISTS (SELECT 1 FROM package_ e WHERE e.direction = 'IN' AND e.state = 'RECEIVED'"
                        + " AND e.kind = p.kind AND e.partner = p.partner AND e.order_id = p.order_id"
                        + " AND e.sequence_no < p.sequence_no)" + OLDEST_UNTROUBLED)
                .bind("kind", kind.name())
                .map((rs, c) -> row(rs))
                .findOne();
    }

    /** Sealed to sent; false when it already was. */
    boolean sent(Handle handle, String id) {
        return handle.createUpdate("UPDATE package_ SET state = 'SENT', sent_at = :now, failed_at = NULL"
                                + " WHERE package_id = :id AND state = 'SEALED'")
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Of ours: the partner's final word. */
    boolean answered(Handle handle, String id, State to, @Nullable String code) {
        return handle.createUpdate("UPDATE package_ SET state = :to, code = :code, settled_at = :now,"
                                + " sent_at = coalesce(sent_at, :now), failed_at = NULL"
                                + " WHERE package_id = :id AND state IN ('SEALED', 'SENT')")
                        .bind("to", to.name())
                        .bind("code", code)
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void code(Handle handle, String id, @Nullable String code) {
        handle.createUpdate("UPDATE package_ SET code = :code WHERE package_id = :id")
                .bind("code", code)
                .bind("id", id)
                .execute();
    }

    /** Of theirs: received to what became of it; false when somebody else settled it meanwhile. */
    boolean settle(Handle handle, String id, State to, @Nullable String code, PgpOpening.@Nullable Verified verified) {
        return handle.createUpdate("UPDATE package_ SET state = :to, code = :code, signer = :signer,"
                                + " signed_at = :signedAt, settled_at = :now, failed_at = NULL"
                                + " WHERE package_id = :id AND state = 'RECEIVED'")
                        .bind("to", to.name())
                        .bind("code", code)
                        .bind("signer", verified == null ? null : verified.signer())
                        .bind(
                                "signedAt",
                                verified == null
                                        ? null
                                        : (Long) verified.signedAt().toEpochMilli())
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /**
     * Of ours to the order's partners, what is not sent: it never will be. Receipts will. Of theirs what is not opened, and lies under the order's secret: it never can.
     */
    void end(Handle handle, OrderId order) {
        handle.createUpdate("UPDATE package_ SET state = 'QUARANTINED', code = 'ORDER_GALLRAD', settled_at = :now"
                        + " WHERE direction = 'IN' AND state = 'RECEIVED' AND archive_file LIKE '%' || :sealed"
                        + " AND order_id = :order")
                .bind("now", clock.millis())
                .bind("sealed", Archive.SEALED)
                .bind("order", order.value())
                .execute();
        handle.createUpdate("UPDATE package_ SET state = 'REJECTED', code = 'ORDER_GALLRAD', settled_at = :now"
                        + " WHERE direction = 'OUT' AND state = 'SEALED' AND kind <> 'KVITTENS' AND order_id = :order")
                .bind("now", clock.millis())
                .bind("order", order.value())
                .execute();
    }

    /** The order's packages whose files may still lie in the archive; not those that are yet to be opened and answered. */
    List<StoredPackage> listKept(Handle handle, OrderId order) {
        return handle.createQuery(COLUMNS + "WHERE order_id = :order AND kind <> 'KVITTENS' AND state <> 'RECEIVED'"
                        + " AND NOT (direction = 'IN' AND kind = 'BESTALLNING')"
                        + " AND forgotten_at IS NULL ORDER BY taken_at, package_id")
                .bind("order", order.value())
                .map((rs, c) -> row(rs))
                .list();
    }

    void forgotten(Handle handle, String id) {
        handle.createUpdate("UPDATE package_ SET forgotten_at = :now WHERE package_id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    void failed(Handle handle, String id) {
        handle.createUpdate("UPDATE package_ SET failed_at = :now WHERE package_id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    /** Sent before {@code limit} and not a word since. */
    List<StoredPackage> listOverdue(Handle handle, Instant limit) {
        return handle.createQuery(COLUMNS + "p WHERE direction = 'OUT' AND state = 'SENT' AND kind <> 'KVITTENS'"
                        + " AND sent_at < :limit AND NOT EXISTS (SELECT 1 FROM receipt r"
                        + " WHERE r.package_id = p.package_id AND r.made_at >= :limit) ORDER BY sent_at, package_id")
                .bind("limit", limit.toEpochMilli())
                .map((rs, c) -> row(rs))
                .list();
    }

    /** Whether a sequence below the highest that came is missing. */
    boolean hasGap(Handle handle, String partner, PackageName like) {
        return handle.createQuery("SELECT CASE WHEN max(sequence_no) > count(DISTINCT sequence_no) THEN 1 ELSE 0 END"
                                + " FROM package_ WHERE direction = 'IN' AND partner = :partner AND order_id = :order"
                                + " AND kind = :kind")
                        .bind("partner", partner)
                        .bind("order", like.order().value())
                        .bind("kind", like.kind().name())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Names of the order's packages of the kind that were refused, up to this one. */
    List<PackageName> listRefused(Handle handle, String partner, PackageName upTo) {
        return named(
                        handle.createQuery(
                                COLUMNS + "WHERE direction = 'IN' AND state = 'REFUSED' AND partner = :partner"
                                        + " AND order_id = :order AND kind = :kind AND sequence_no <= :seq"),
                        partner,
                        upTo)
                .map((rs, c) -> row(rs).name())
                .list();
    }

    /** Whether a package of the partner and name was accepted, or refused after a valid signature. */
    boolean isClosed(Handle handle, String partner, PackageName name) {
        return named(handle.createQuery("SELECT count(*) FROM package_answered WHERE" + NAMED), partner, name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Closes the name; false when it was closed meanwhile. */
    boolean close(Handle handle, ReceivedPackage by) {
        return named(
                                handle.createUpdate(
                                        "INSERT INTO package_answered (partner, order_id, kind, sequence_no, package_id)"
                                                + " VALUES (:partner, :order, :kind, :seq, :id) ON CONFLICT DO NOTHING"),
                                by.partner(),
                                by.name())
                        .bind("id", by.id())
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S named(S statement, String partner, PackageName name) {
        return statement
                .bind("partner", partner)
                .bind("order", name.order().value())
                .bind("kind", name.kind().name())
                .bind("seq", name.sequence());
    }

    private static StoredPackage row(ResultSet rs) throws SQLException {
        long signedAt = rs.getLong("signed_at");
        boolean signed = !rs.wasNull();
        return new StoredPackage(
                rs.getString("package_id"),
                rs.getString("direction").equals("OUT"),
                rs.getString("partner"),
                new PackageName(
                        new OrderId(rs.getString("order_id")),
                        PackageName.Kind.valueOf(rs.getString("kind")),
                        rs.getInt("sequence_no")),
                State.valueOf(rs.getString("state")),
                rs.getString("code"),
                new Archive.Stored(rs.getString("archive_file"), rs.getString("sha256"), rs.getLong("size_bytes")),
                rs.getString("signer"),
                signed ? Instant.ofEpochMilli(signedAt) : null,
                Instant.ofEpochMilli(rs.getLong("taken_at")));
    }
}
