package se.utfall.exchange;

import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.exchange.PgpOpening.Verified;
import se.utfall.exchange.StoredPackage.State;
import se.utfall.store.Database;

/** What becomes of a received package, each in one transaction with its receipt, its trace and its tasks. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    /** The signed content belongs under another name: it says nothing of the package that should lie under this one. */
    private static final Set<Fault> OF_ANOTHER_NAME =
            EnumSet.of(Fault.MANIFEST_NAMN, Fault.MANIFEST_AVSANDARE, Fault.MANIFEST_MOTTAGARE, Fault.REPRIS);

    private final House house;

    Settlement(House house) {
        this.house = house;
    }

    /** Somebody else settled the package or closed its name while it was read. */
    static final class SettledMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** True when the package is still to be opened; one whose name was settled since it came is quarantined here. */
    boolean isOpen(ReceivedPackage received) {
        return house.database().inTransaction(handle -> {
            StoredPackage row = house.packages().get(handle, received.id());
            if (row.state() != State.RECEIVED) {
                return false;
            }
            boolean closed = house.packages().isClosed(handle, row.partner(), row.name());
            if (closed) {
                quarantine(handle, received);
            }
            return !closed;
        });
    }

    boolean isClosed(ReceivedPackage received, PackageName name) {
        return house.database().inTransaction(h -> house.packages().isClosed(h, received.partner(), name));
    }

    void accept(ReceivedPackage received, Verified by, Database.Action work) {
        house.database().useTransaction(handle -> {
            if (!house.packages().settle(handle, received.id(), State.ACCEPTED, null, by)
                    || !house.packages().close(handle, received)) {
                throw new SettledMeanwhile();
            }
            work.in(handle);
            house.resolve(handle, TaskCode.OPEN_FAILS, received.label());
            house.packages()
                    .listRefused(handle, received.partner(), received.name())
                    .forEach(n -> house.resolve(handle, TaskCode.PACKAGE_REFUSED, n.label(received.partner())));
            house.record(
                    handle,
                    "PACKAGE_ACCEPTED",
                    received.partner(),
                    received.name(),
                    received.sha256() + " by " + by.signer());
        });
        LOG.info("package {} of {} accepted", received.name().fileName(), received.partner());
    }

    /**
     * Receipts are not answered, all else is.
     *
     * @param by null when there was no valid signature of the partner: then no receipt, and the name stays free
     */
    void refuse(ReceivedPackage received, PackageRefusedException refusal, @Nullable Verified by) {
        house.database().useTransaction(handle -> {
            boolean closes = by != null && OF_ANOTHER_NAME.stream().noneMatch(f -> f.is(refusal));
            if (closes && !house.packages().close(handle, received)) {
                quarantine(handle, received);
                return;
            }
            if (!house.packages().settle(handle, received.id(), State.REFUSED, refusal.code(), by)) {
                return;
            }
            if (by != null && received.name().kind() != PackageName.Kind.KVITTENS) {
                house.receipts().prepare(handle, received, "AVVISAD", refusal.code() + ": " + refusal.text());
            }
            house.resolve(handle, TaskCode.OPEN_FAILS, received.label());
            house.raise(handle, TaskCode.PACKAGE_REFUSED, received.label());
            house.record(
                    handle,
                    "PACKAGE_REFUSED",
                    received.partner(),
                    received.name(),
                    received.sha256() + " " + refusal.code());
        });
        LOG.warn("package {} of {} refused: {}", received.name().fileName(), received.partner(), refusal.code());
    }

    private void quarantine(Handle handle, ReceivedPackage received) {
        String file = received.name().fileName();
        if (!house.packages().settle(handle, received.id(), State.QUARANTINED, Fault.REPRIS.name(), null)) {
            return;
        }
        house.raise(handle, TaskCode.NAME_TAKEN, received.label());
        house.record(handle, "PACKAGE_QUARANTINED", received.partner(), received.name(), received.sha256());
        LOG.warn("package {} of {}: its name was settled before it was opened", file, received.partner());
    }

    /** Not settled, for a reason that is not the package's: others come first, people are told. */
    void troubled(ReceivedPackage received) {
        try {
            house.database().useTransaction(handle -> {
                house.packages().failed(handle, received.id());
                house.raise(handle, TaskCode.OPEN_FAILS, received.label());
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "package {} could not be opened, nor that be noted",
                    received.name().fileName(),
                    e);
        }
    }
}
