package se.utfall.exchange;

import org.jdbi.v3.core.Handle;
import se.utfall.store.Sighting;

/** The table {@code package_seen}: names as they lay when they were dealt with. */
final class JdbcSightings {

    boolean knows(Handle handle, Sighting sighting) {
        return handle.createQuery("SELECT count(*) FROM package_seen WHERE partner = :p AND name = :n AND size = :s"
                                + " AND modified = :m")
                        .bind("p", sighting.source())
                        .bind("n", sighting.name())
                        .bind("s", sighting.size())
                        .bind("m", sighting.modified().toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    void note(Handle handle, Sighting sighting) {
        handle.createUpdate("INSERT INTO package_seen (partner, name, size, modified) VALUES (:p, :n, :s, :m)"
                        + " ON CONFLICT (partner, name) DO UPDATE SET size = excluded.size, modified = excluded.modified")
                .bind("p", sighting.source())
                .bind("n", sighting.name())
                .bind("s", sighting.size())
                .bind("m", sighting.modified().toEpochMilli())
                .execute();
    }
}
