package se.utfall.order;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The packages of an order that has more than one; of an order with a single one nothing is kept here, its own row says it all. */
final class OrderParts {
    /** How far one of the packages has come. */
    enum State {
        FROZEN,
        SEALED,
        SENT,
        ACKNOWLEDGED,
        REJECTED
    }

    /** One package. */
    record Part(String recipient, String manifestSha256, State state) {}

    private OrderParts() {}

    /** What approvals are bound to: the manifest's SHA-256 of a single package, of several the SHA-256 over recipients and manifests' hashes. */
    static String bound(Map<String, String> manifests) {
        if (manifests.size() == 1) {
            return manifests.values().iterator().next();
        }
        StringBuilder all = new StringBuilder();
        manifests.forEach((recipient, sha256) ->
                all.append(recipient).append(' ').append(sha256).append('\n'));
        return Digested.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void freeze(Handle handle, OrderRow order, Map<String, String> manifests) {
        of(handle.createUpdate("DELETE FROM order_part WHERE order_id = :id AND sequence = :seq"), order)
                .execute();
        if (manifests.size() > 1) {
            manifests.forEach((recipient, sha256) -> of(
                            handle.createUpdate(
                                    "INSERT INTO order_part (order_id, sequence, recipient, manifest_sha256, state)"
                                            + " VALUES (:id, :seq, :recipient, :sha256, 'FROZEN')"),
                            order)
                    .bind("recipient", recipient)
                    .bind("sha256", sha256)
                    .execute());
        }
    }

    /** In the order of recipients; empty for an order with a single package. */
    static List<Part> list(Handle handle, OrderRow order) {
        return of(
                        handle.createQuery("SELECT recipient, manifest_sha256, state FROM order_part"
                                + " WHERE order_id = :id AND sequence = :seq ORDER BY recipient"),
                        order)
                .map((rs, c) -> new Part(rs.getString(1), rs.getString(2), State.valueOf(rs.getString(3))))
                .list();
    }

    static void sealed(Handle handle, OrderRow order) {
        of(
                        handle.createUpdate("UPDATE order_part SET state = 'SEALED'"
                                + " WHERE order_id = :id AND sequence = :seq AND state = 'FROZEN'"),
                        order)
                .execute();
    }

    static void sent(Handle handle, OrderRow order, String recipient) {
        move(handle, order, recipient, State.SENT, "'SEALED'");
    }

    /** True when all of the order's packages are acknowledged now, as a single package then is. */
    static boolean acknowledged(Handle handle, OrderRow order, String recipient) {
        move(handle, order, recipient, State.ACKNOWLEDGED, "'SEALED', 'SENT'");
        return list(handle, order).stream().allMatch(p -> p.state() == State.ACKNOWLEDGED);
    }

    static void rejected(Handle handle, OrderRow order, String recipient) {
        move(handle, order, recipient, State.REJECTED, "'SEALED', 'SENT'");
    }

    private static void move(Handle handle, OrderRow order, String recipient, State to, String from) {
        of(
                        handle.createUpdate("UPDATE order_part SET state = :to WHERE order_id = :id AND sequence = :seq"
                                + " AND recipient = :recipient AND state IN (" + from + ")"),
                        order)
                .bind("to", to.name())
                .bind("recipient", recipient)
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(S statement, OrderRow order) {
        return statement.bind("id", order.id().value()).bind("seq", order.sequence());
    }
}
