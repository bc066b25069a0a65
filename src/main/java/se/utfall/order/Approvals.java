package se.utfall.order;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.KeyedHash;
import se.utfall.store.ActingUser;

/**
 * Who approved what. An approval is bound to the manifest's SHA-256, the recipient's fingerprint (of several packages: to all of them), the purpose and the
 * freezer, under a MAC with a key that the database does not hold; one whose row or whose order changed since does not count.
 */
final class Approvals {
    static final int NEEDED = 2;
    private final KeyedHash mac;
    private final UnaryOperator<String> fingerprints;
    private final Clock clock;

    /** @param fingerprints the partner's present primary fingerprint, by name */
    Approvals(KeyedHash mac, UnaryOperator<String> fingerprints, Clock clock) {
        this.mac = mac;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    void add(Handle handle, OrderRow order, ActingUser by) {
        if (same(by.name(), order.frozenBy())) {
            throw new OrderRefusedException("FREEZER_APPROVES", order.id().value());
        }
        if (valid(handle, order).stream().anyMatch(name -> same(name, by.name()))) {
            throw new OrderRefusedException("APPROVED_TWICE", order.id().value());
        }
        long now = clock.millis();
        String fingerprint = fingerprint(order);
        handle.createUpdate(
                        "INSERT INTO approval (order_id, sequence, user_name, approved_at, manifest_sha256, fingerprint, purpose, mac)"
                                + " VALUES (:id, :seq, :user, :at, :manifest, :fp, :purpose, :mac)"
                                + " ON CONFLICT (order_id, sequence, user_name) DO UPDATE SET approved_at = excluded.approved_at,"
                                + " manifest_sha256 = excluded.manifest_sha256, fingerprint = excluded.fingerprint,"
                                + " purpose = excluded.purpose, mac = excluded.mac")
                .bind("id", order.id().value())
                .bind("seq", order.sequence())
                .bind("user", by.name())
                .bind("at", now)
                .bind("manifest", order.manifest())
                .bind("fp", fingerprint)
                .bind("purpose", order.file().purpose())
                .bind("mac", mac(order, by.name(), now, fingerprint))
                .execute();
    }

    /** Names of the different people whose approval of the order as it stands now holds. */
    List<String> valid(Handle handle, OrderRow order) {
        if (!order.hasPopulation()) {
            return List.of();
        }
        String fingerprint = fingerprint(order);
        return handle
                .createQuery("SELECT user_name, approved_at, manifest_sha256, fingerprint, purpose, mac FROM approval"
                        + " WHERE order_id = :id AND sequence = :seq ORDER BY approved_at, user_name")
                .bind("id", order.id().value())
                .bind("seq", order.sequence())
                .map((rs, c) -> new Row(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getBytes(6)))
                .stream()
                .filter(row -> holds(order, row, fingerprint))
                .map(Row::user)
                .toList();
    }

    /** Whether enough people, none of them the freezer, approved the order as it stands now. */
    boolean complete(Handle handle, OrderRow order) {
        return valid(handle, order).stream()
                        .map(n -> n.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                >= NEEDED;
    }

    /** Of all recipients, in the order of their packages. */
    String fingerprint(OrderRow order) {
        return order.file().recipients().stream().map(fingerprints).collect(Collectors.joining("+"));
    }

    String fingerprint(String recipient) {
        return fingerprints.apply(recipient);
    }

    private boolean holds(OrderRow order, Row row, String fingerprint) {
        return !same(row.user, order.frozenBy())
                && row.manifest.equals(order.manifest())
                && row.fingerprint.equals(fingerprint)
                && row.purpose.equals(order.file().purpose())
                && MessageDigest.isEqual(row.mac, mac(order, row.user, row.at, fingerprint));
    }

    private byte[] mac(OrderRow order, String user, long at, String fingerprint) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(order.id().value());
            out.writeInt(order.sequence());
            out.writeUTF(user);
            out.writeLong(at);
            out.writeUTF(order.manifest());
            out.writeUTF(fingerprint);
            out.writeUTF(order.file().purpose());
            out.writeUTF(String.valueOf(order.frozenBy()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mac.of(bytes.toByteArray());
    }

    private static boolean same(String one, @Nullable String other) {
        return one.equalsIgnoreCase(other);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
    private record Row(String user, long at, String manifest, String fingerprint, String purpose, byte[] mac) {}
}
