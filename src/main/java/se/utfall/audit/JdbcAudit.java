package se.utfall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The trail's two tables. Taking the head locks it until the transaction ends: lines get their numbers one transaction after the other. */
final class JdbcAudit {
    private JdbcAudit() {}

    static Optional<Head> takeHead(Handle handle) {
        return handle.createQuery("UPDATE audit_head SET length = length WHERE id = 1 RETURNING length, last_mac, mac")
                .map((rs, c) -> head(rs))
                .findOne();
    }

    static Optional<Head> findHead(Handle handle) {
        return handle.createQuery("SELECT length, last_mac, mac FROM audit_head WHERE id = 1")
                .map((rs, c) -> head(rs))
                .findOne();
    }

    static void insertHead(Handle handle, Head head) {
        handle.createUpdate("INSERT INTO audit_head (id, length, last_mac, mac) VALUES (1, :n, :l, :m)"
                        + " ON CONFLICT (id) DO NOTHING")
                .bind("n", head.length())
                .bind("l", head.lastMac())
                .bind("m", head.mac())
                .execute();
    }

    static void move(Handle handle, Head head) {
        handle.createUpdate("UPDATE audit_head SET length = :n, last_mac = :l, mac = :m WHERE id = 1")
                .bind("n", head.length())
                .bind("l", head.lastMac())
                .bind("m", head.mac())
                .execute();
    }

    static void insert(Handle handle, Line line, byte[] mac) {
        handle.createUpdate("INSERT INTO audit_event (seq, at, actor, roles, action, subject, count, detail, mac)"
                        + " VALUES (:seq, :at, :actor, :roles, :action, :subject, :count, :detail, :mac)")
                .bind("seq", line.seq())
                .bind("at", line.at())
                .bind("actor", line.actor())
                .bind("roles", line.roles())
                .bind("action", line.action())
                .bind("subject", line.subject())
                .bind("count", line.count())
                .bind("detail", line.detail())
                .bind("mac", mac)
                .execute();
    }

    static List<Recorded> page(Handle handle, long after, int lines) {
        return handle.createQuery("SELECT seq, at, actor, roles, action, subject, count, detail, mac FROM audit_event"
                        + " WHERE seq > :after ORDER BY seq LIMIT :lines")
                .bind("after", after)
                .bind("lines", lines)
                .map((rs, c) -> new Recorded(line(rs), rs.getBytes(9)))
                .list();
    }

    static List<TrailLine> before(Handle handle, long seq, int most) {
        return handle.createQuery("SELECT seq, at, actor, roles, action, subject, count, detail FROM audit_event"
                        + " WHERE seq < :seq ORDER BY seq DESC LIMIT :most")
                .bind("seq", seq)
                .bind("most", most)
                .map((rs, c) -> line(rs).readable())
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getBytes(2), row.getBytes(3));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8));
    }
}
