package se.utfall.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Database;
import se.utfall.store.Sighting;

/** The table {@code file_seen}: what lies at each source as last seen, and whether it was taken as it lies. */
final class JdbcSightings {
    private final Database database;
    private final Clock clock;

    JdbcSightings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A name as last seen. */
    record Seen(long size, long modified, Instant since, boolean taken) {
        boolean as(Sighting sighting) {
            return size == sighting.size() && modified == sighting.modified().toEpochMilli();
        }
    }

    Optional<Seen> find(String source, String name) {
        return database.inSnapshot(h -> find(h, source, name));
    }

    Optional<Seen> find(Handle handle, String source, String name) {
        return handle.createQuery(
                        "SELECT size, modified, seen_at, taken FROM file_seen WHERE source = :s AND name = :n")
                .bind("s", source)
                .bind("n", name)
                .map((rs, c) ->
                        new Seen(rs.getLong(1), rs.getLong(2), Instant.ofEpochMilli(rs.getLong(3)), rs.getInt(4) == 1))
                .findOne();
    }

    /** Remembers a name as it now lies, not taken. */
    void note(Sighting sighting) {
        database.useTransaction(h -> put(h, sighting, false));
    }

    /** Remembers that the name was taken as it was seen; a name that has changed its size since is still to be taken. */
    void taken(Handle handle, Sighting sighting) {
        boolean sameSize =
                handle.createUpdate("UPDATE file_seen SET taken = 1 WHERE source = :s AND name = :n AND size = :size")
                                .bind("s", sighting.source())
                                .bind("n", sighting.name())
                                .bind("size", sighting.size())
                                .execute()
                        > 0;
        if (!sameSize) {
            insert(handle, sighting, true, "DO NOTHING");
        }
    }

    private void put(Handle handle, Sighting sighting, boolean taken) {
        insert(
                handle,
                sighting,
                taken,
                "DO UPDATE SET size = excluded.size, modified = excluded.modified, seen_at = excluded.seen_at,"
                        + " taken = excluded.taken");
    }

    private void insert(Handle handle, Sighting sighting, boolean taken, String otherwise) {
        handle.createUpdate("INSERT INTO file_seen (source, name, size, modified, seen_at, taken)"
                        + " VALUES (:s, :n, :size, :modified, :now, :taken) ON CONFLICT (source, name) " + otherwise)
                .bind("s", sighting.source())
                .bind("n", sighting.name())
                .bind("size", sighting.size())
                .bind("modified", sighting.modified().toEpochMilli())
                .bind("now", clock.millis())
                .bind("taken", taken ? 1 : 0)
                .execute();
    }
}
