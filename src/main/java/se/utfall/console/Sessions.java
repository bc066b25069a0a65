package se.utfall.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/**
 * Who is logged in: kept in the database, so that a restart logs nobody out. A session ends after half an hour without a look and after ten hours in any case; what
 * the user may do is read anew each time.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private final Database database;
    private final Clock clock;

    Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A session as stored. */
    private record Stored(ActingUser user, long openedAt, long seenAt) {}

    /** Opens a session and forgets those that have ended; the id is for the browser alone. */
    String open(Handle handle, String user) {
        long now = clock.millis();
        handle.createUpdate("DELETE FROM console_session WHERE seen_at <= :idle OR opened_at <= :longest")
                .bind("idle", now - IDLE.toMillis())
                .bind("longest", now - LONGEST.toMillis())
                .execute();
        String id = Tokens.random();
        handle.createUpdate("INSERT INTO console_session (id_hash, user_name, opened_at, seen_at)"
                        + " VALUES (:id, :user, :now, :now)")
                .bind("id", Tokens.hash(id))
                .bind("user", user)
                .bind("now", now)
                .execute();
        return id;
    }

    /** Whose session it is, if it has not ended; the look counts as one. */
    Optional<ActingUser> find(String id) {
        String hash = Tokens.hash(id);
        long now = clock.millis();
        Optional<Stored> open = database.inSnapshot(handle -> stored(handle, hash))
                .filter(s -> now - s.seenAt < IDLE.toMillis() && now - s.openedAt < LONGEST.toMillis());
        open.filter(s -> now - s.seenAt >= TOUCH.toMillis()).ifPresent(s -> touch(hash, now));
        return open.map(Stored::user);
    }

    void close(Handle handle, String id) {
        handle.createUpdate("DELETE FROM console_session WHERE id_hash = :id")
                .bind("id", Tokens.hash(id))
                .execute();
    }

    /** Ends all sessions of a user whose password or roles changed. */
    static void closeAll(Handle handle, String user) {
        handle.createUpdate("DELETE FROM console_session WHERE user_name = :user")
                .bind("user", user)
                .execute();
    }

    private static Optional<Stored> stored(Handle handle, String hash) {
        return handle.createQuery("SELECT s.user_name, u.roles, s.opened_at, s.seen_at FROM console_session s"
                        + " JOIN console_user u ON u.name = s.user_name WHERE s.id_hash = :id")
                .bind("id", hash)
                .map((rs, c) ->
                        new Stored(Users.acting(rs.getString(1), rs.getString(2)), rs.getLong(3), rs.getLong(4)))
                .findOne();
    }

    private void touch(String hash, long now) {
        database.useTransaction(
                handle -> handle.createUpdate("UPDATE console_session SET seen_at = :now WHERE id_hash = :id")
                        .bind("now", now)
                        .bind("id", hash)
                        .execute());
    }
}
