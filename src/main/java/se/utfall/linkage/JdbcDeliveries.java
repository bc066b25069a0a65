package se.utfall.linkage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.order.OrderId;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** Deliveries, their tables and periods. */
final class JdbcDeliveries {
    private static final String SELECT = "SELECT delivery_id, order_id, sequence_no, purpose, partner_ref, anchor,"
            + " package_sha256, is_last, linked_at, population, persons, software, folder FROM delivery ";

    List<StoredDelivery> list(Handle handle) {
        return handle.createQuery(SELECT + "ORDER BY linked_at, delivery_id")
                .map((rs, c) -> delivery(handle, rs))
                .list();
    }

    /** The order's deliveries by sequence. */
    List<StoredDelivery> list(Handle handle, OrderId order) {
        return handle.createQuery(SELECT + "WHERE order_id = :o ORDER BY sequence_no")
                .bind("o", order.value())
                .map((rs, c) -> delivery(handle, rs))
                .list();
    }

    Optional<StoredDelivery> find(Handle handle, DeliveryId id) {
        return handle.createQuery(SELECT + "WHERE delivery_id = :d")
                .bind("d", id.value())
                .map((rs, c) -> delivery(handle, rs))
                .findOne();
    }

    Optional<StoredDelivery> nextWithoutSummary(Handle handle) {
        return handle.createQuery(SELECT + "WHERE summary_written = 0 ORDER BY linked_at, delivery_id LIMIT 1")
                .map((rs, c) -> delivery(handle, rs))
                .findOne();
    }

    void summaryWritten(Handle handle, DeliveryId id) {
        handle.execute("UPDATE delivery SET summary_written = 1 WHERE delivery_id = ?", id.value());
    }

    /** Oldest first, without those that are disposed of. */
    List<StoredDelivery> listKept(Handle handle) {
        return handle.createQuery(SELECT + "WHERE disposed = 0 ORDER BY linked_at, delivery_id")
                .map((rs, c) -> delivery(handle, rs))
                .list();
    }

    void dispose(Handle handle, OrderId order) {
        handle.execute("UPDATE delivery SET disposed = 1 WHERE order_id = ?", order.value());
    }

    List<String> folders(Handle handle) {
        return handle.createQuery("SELECT folder FROM delivery")
                .mapTo(String.class)
                .list();
    }

    void insert(Handle handle, StoredDelivery d) {
        handle.createUpdate("INSERT INTO delivery (delivery_id, order_id, sequence_no, purpose, partner_ref, anchor,"
                        + " package_sha256, is_last, linked_at, record_count, population, persons, software, folder)"
                        + " VALUES (:id, :order, :seq, :purpose, :ref, :anchor, :sha, :last, :at, :records, :pop,"
                        + " :persons, :software, :folder)")
                .bind("id", d.id().value())
                .bind("order", d.order().value())
                .bind("seq", d.sequence())
                .bind("purpose", d.purpose())
                .bind("ref", d.partnerReference())
                .bind("anchor", d.anchor().name())
                .bind("sha", d.packageSha256())
                .bind("last", d.last() ? 1 : 0)
                .bind("at", d.linkedAt().toEpochMilli())
                .bind("records", d.records())
                .bind("pop", d.population())
                .bind("persons", d.persons())
                .bind("software", d.software())
                .bind("folder", d.folder())
                .execute();
        d.tables().forEach(t -> insert(handle, d.id(), t));
        d.periods().forEach(p -> insert(handle, d.id(), p));
    }

    private static void insert(Handle handle, DeliveryId id, StoredDelivery.Table t) {
        handle.execute(
                "INSERT INTO delivery_table (delivery_id, table_no, file_name, register, status, extract_date,"
                        + " mapping_version, row_count, linked, trimmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                t.number(),
                t.file(),
                t.register().name(),
                t.status().name(),
                t.extractDate().toString(),
                t.mappingVersion(),
                t.rows(),
                t.linked(),
                t.trimmed());
        t.setAside()
                .forEach((code, rows) -> handle.execute(
                        "INSERT INTO delivery_set_aside (delivery_id, table_no, code, row_count) VALUES (?, ?, ?, ?)",
                        id.value(),
                        t.number(),
                        code,
                        rows));
        for (int i = 0; i < t.dropped().size(); i++) {
            handle.execute(
                    "INSERT INTO delivery_dropped (delivery_id, table_no, column_no, column_name) VALUES (?, ?, ?, ?)",
                    id.value(),
                    t.number(),
                    i,
                    t.dropped().get(i));
        }
    }

    private static void insert(Handle handle, DeliveryId id, StoredDelivery.Period p) {
        handle.execute(
                "INSERT INTO delivery_period (delivery_id, register, month_index, table_no, period_no, definitive,"
                        + " status, record_version, persons, returned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                p.register().name(),
                p.monthIndex(),
                p.table(),
                p.position(),
                p.definitive() ? 1 : 0,
                p.status().name(),
                p.recordVersion(),
                p.persons(),
                p.returned());
    }

    private static StoredDelivery delivery(Handle handle, ResultSet rs) throws SQLException {
        String id = rs.getString(1);
        return new StoredDelivery(
                new DeliveryId(id),
                new OrderId(rs.getString(2)),
                rs.getInt(3),
                rs.getString(4),
                rs.getString(5),
                Anchor.valueOf(rs.getString(6)),
                rs.getString(7),
                rs.getInt(8) == 1,
                Instant.ofEpochMilli(rs.getLong(9)),
                rs.getInt(10),
                rs.getInt(11),
                rs.getString(12),
                rs.getString(13),
                tables(handle, id),
                periods(handle, id));
    }

    private static List<StoredDelivery.Table> tables(Handle handle, String id) {
        return handle.createQuery("SELECT table_no, file_name, register, status, extract_date, mapping_version,"
                        + " row_count, linked, trimmed FROM delivery_table WHERE delivery_id = :d ORDER BY table_no")
                .bind("d", id)
                .map((rs, c) -> new StoredDelivery.Table(
                        rs.getInt(1),
                        rs.getString(2),
                        SourceRegister.valueOf(rs.getString(3)),
                        SourceStatus.valueOf(rs.getString(4)),
                        LocalDate.parse(rs.getString(5)),
                        rs.getString(6),
                        rs.getLong(7),
                        rs.getLong(8),
                        rs.getLong(9),
                        setAside(handle, id, rs.getInt(1)),
                        dropped(handle, id, rs.getInt(1))))
                .list();
    }

    /** In the contract's order of reasons. */
    private static Map<String, Long> setAside(Handle handle, String id, int table) {
        Map<String, Long> stored = handle.createQuery(
                        "SELECT code, row_count FROM delivery_set_aside WHERE delivery_id = :d AND table_no = :t")
                .bind("d", id)
                .bind("t", table)
                .reduceRows(new LinkedHashMap<>(), (map, row) -> {
                    map.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                    return map;
                });
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (SetAside reason : SetAside.values()) {
            Long rows = stored.get(reason.name());
            if (rows != null) {
                ordered.put(reason.name(), rows);
            }
        }
        return ordered;
    }

    private static List<String> dropped(Handle handle, String id, int table) {
        return handle.createQuery("SELECT column_name FROM delivery_dropped WHERE delivery_id = :d AND table_no = :t"
                        + " ORDER BY column_no")
                .bind("d", id)
                .bind("t", table)
                .mapTo(String.class)
                .list();
    }

    private static List<StoredDelivery.Period> periods(Handle handle, String id) {
        return handle.createQuery("SELECT register, month_index, table_no, period_no, definitive, status,"
                        + " record_version, persons, returned FROM delivery_period WHERE delivery_id = :d"
                        + " ORDER BY register, month_index")
                .bind("d", id)
                .map((rs, c) -> new StoredDelivery.Period(
                        SourceRegister.valueOf(rs.getString(1)),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5) == 1,
                        SourceStatus.valueOf(rs.getString(6)),
                        rs.getInt(7),
                        rs.getLong(8),
                        rs.getLong(9)))
                .list();
    }
}
