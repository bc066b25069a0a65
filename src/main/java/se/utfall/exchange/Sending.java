package se.utfall.exchange;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has left the house. The bytes of a sealed package never change, so an upload that may or may not have happened is found out by a listing. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final long NONE = -1;
    private final House house;

    Sending(House house) {
        this.house = house;
    }

    Optional<SealedPackage> next(String partner) {
        return house.database()
                .inTransaction(h -> house.packages().nextToSend(h, partner))
                .map(p -> p.sealed(house.archive()));
    }

    RemoteCopy compare(String id, long remoteSize) {
        return house.database().inTransaction(handle -> {
            StoredPackage ours = house.packages().get(handle, id);
            if (remoteSize == NONE) {
                return RemoteCopy.ABSENT;
            }
            if (remoteSize == ours.file().bytes()) {
                sent(handle, ours);
                return RemoteCopy.WHOLE;
            }
            foreign(handle, ours);
            return RemoteCopy.FOREIGN;
        });
    }

    RemoteCopy uploaded(String id, long remoteSize) {
        if (remoteSize == NONE) {
            sent(id);
            return RemoteCopy.WHOLE;
        }
        return compare(id, remoteSize);
    }

    void sent(String id) {
        house.database().useTransaction(handle -> sent(handle, house.packages().get(handle, id)));
    }

    /** In the caller's transaction; what was sent before stays as it is. */
    void sent(Handle handle, StoredPackage ours) {
        if (!house.packages().sent(handle, ours.id())) {
            return;
        }
        house.tellOrder(handle, ours, house.orders()::sent);
        house.resolve(handle, TaskCode.REMOTE_DIFFERS, ours.label());
        house.record(
                handle, "PACKAGE_SENT", ours.partner(), ours.name(), ours.file().sha256());
        LOG.info("package {} sent to {}", ours.name().fileName(), ours.partner());
    }

    private void foreign(Handle handle, StoredPackage ours) {
        LOG.warn(
                "package {}: something else lies under its name at {}",
                ours.name().fileName(),
                ours.partner());
        house.packages().failed(handle, ours.id());
        house.raise(handle, TaskCode.REMOTE_DIFFERS, ours.label());
    }
}
