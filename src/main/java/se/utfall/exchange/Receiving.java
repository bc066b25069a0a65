package se.utfall.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.exchange.StoredPackage.State;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/**
 * Takes packages in, unopened. The file lies durable in the archive before one transaction makes it count; a crash before that leaves a file that nobody names,
 * and the package is fetched again.
 */
final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final Set<PackageName.Kind> INWARD =
            Set.of(PackageName.Kind.LEVERANS, PackageName.Kind.KVITTENS, PackageName.Kind.BESTALLNING);
    private final House house;
    /** Partners whose odd names were reported since the start; a name that is none may hold anything, so it is not kept. */
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    Receiving(House house) {
        this.house = house;
    }

    boolean wants(Sighting sighting) {
        if (!house.settings().partners().contains(sighting.source())) {
            return false;
        }
        Optional<PackageName> name = PackageName.parse(sighting.name());
        if (name.isEmpty()) {
            odd(sighting);
            return false;
        }
        if (house.database().inSnapshot(h -> house.sightings().knows(h, sighting))) {
            return false;
        }
        boolean inward = INWARD.contains(name.get().kind());
        if (!inward) {
            house.database().useTransaction(handle -> {
                house.sightings().note(handle, sighting);
                house.raise(handle, TaskCode.UNEXPECTED_KIND, name.get().label(sighting.source()));
            });
        }
        return inward;
    }

    private void odd(Sighting sighting) {
        if (sighting.name().endsWith(".pgp") && reported.add(sighting.source())) {
            LOG.warn("{}: a file that looks like a package has no package's name", sighting.source());
            house.database().useTransaction(h -> house.raise(h, TaskCode.ODD_NAME, sighting.source()));
        }
    }

    StoredPackage receive(Arrival arrival) {
        try {
            PackageName name = PackageName.parse(arrival.name())
                    .filter(n -> INWARD.contains(n.kind()))
                    .orElseThrow(Fault.NAMN::refusal);
            if (!house.settings().partners().contains(arrival.source())) {
                throw new IllegalArgumentException("no partner " + arrival.source());
            }
            Archive.Stored file = store(name, arrival.path());
            StoredPackage taken = house.database().inTransaction(h -> take(h, arrival.seen(), name, file));
            if (!taken.file().equals(file)) {
                house.archive().remove(file.name());
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("a package of " + arrival.source() + " could not be taken in", e);
        } finally {
            delete(arrival);
        }
    }

    /** A delivery goes with its order; a receipt or a partner's own wish, whose number is the partner's, lies as it came. */
    private Archive.Stored store(PackageName name, Path content) throws IOException {
        return name.kind() == PackageName.Kind.LEVERANS
                ? house.archive().storeFor(name.order(), out -> Files.copy(content, out))
                : house.archive().store(out -> Files.copy(content, out));
    }

    /** The package's row: a new one, or the one that has the same content already. */
    private StoredPackage take(Handle handle, Sighting seen, PackageName name, Archive.Stored file) {
        house.sightings().note(handle, seen);
        String partner = seen.source();
        for (StoredPackage before : house.packages().listReceived(handle, partner, name)) {
            if (before.file().sha256().equals(file.sha256())) {
                house.record(handle, "PACKAGE_REPEATED", partner, name, file.sha256());
                return before;
            }
        }
        boolean closed = house.packages().isClosed(handle, partner, name);
        StoredPackage row = new StoredPackage(
                UUID.randomUUID().toString(),
                false,
                partner,
                name,
                closed ? State.QUARANTINED : State.RECEIVED,
                closed ? Fault.REPRIS.name() : null,
                file,
                null,
                null,
                house.now());
        house.packages().insert(handle, row);
        house.record(handle, closed ? "PACKAGE_QUARANTINED" : "PACKAGE_RECEIVED", partner, name, file.sha256());
        if (closed) {
            LOG.warn("package {} of {}: other content under a name that is settled", name.fileName(), partner);
            house.raise(handle, TaskCode.NAME_TAKEN, name.label(partner));
        }
        reportGap(handle, partner, name);
        return row;
    }

    private void reportGap(Handle handle, String partner, PackageName name) {
        String series = name.order().value().startsWith(partner + "-")
                ? name.order() + " " + name.kind()
                : name.order() + " " + name.kind() + " (" + partner + ")";
        if (house.packages().hasGap(handle, partner, name)) {
            house.raise(handle, TaskCode.SEQUENCE_GAP, series);
        } else {
            house.resolve(handle, TaskCode.SEQUENCE_GAP, series);
        }
    }

    private static void delete(Arrival arrival) {
        try {
            Files.deleteIfExists(arrival.path());
        } catch (IOException e) {
            LOG.warn("the fetched copy of {} could not be deleted", arrival.name());
        }
    }
}
