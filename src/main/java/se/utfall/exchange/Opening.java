package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.exchange.PgpOpening.Verified;
import se.utfall.exchange.StoredPackage.State;

/**
 * Opens a received package and settles it: accepted, refused, or quarantined because its name was settled meanwhile. Whatever is no fault of the package (a
 * disk, a database, a defect here) settles nothing: it stays RECEIVED, is tried again, and people are told.
 */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private final House house;
    private final Limits limits;
    private final PgpOpening pgp;
    private final Settlement settlement;

    Opening(House house) {
        ExchangeSettings settings = house.settings();
        this.house = house;
        this.limits = new Limits(settings.maxBytes(), settings.maxRatio());
        Signers signers = new Signers(house.keys(), settings.partners(), settings.signatureAge());
        this.pgp = new PgpOpening(house.keys(), signers, limits);
        this.settlement = new Settlement(house);
    }

    /** What a kind of package is opened for. */
    interface Work<T> {
        /** Reads a package that nobody has verified yet. */
        T read(OpenedPackage opened);

        /** Verified and whole: in the transaction that accepts the package. May still refuse it. */
        void commit(Handle handle, ReceivedPackage received, T made);

        void discard(T made);
    }

    <T> StoredPackage open(ReceivedPackage received, Work<T> work) {
        boolean settled = false;
        try {
            if (settlement.isOpen(received)) {
                read(received, work);
            }
            settled = true;
            return house.database().inTransaction(h -> house.packages().get(h, received.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(received.name().fileName(), e);
        } finally {
            if (!settled) {
                settlement.troubled(received);
            }
        }
    }

    private <T> void read(ReceivedPackage received, Work<T> work) throws IOException {
        Attempt<T> attempt = new Attempt<>(received, work);
        Verified by = null;
        PackageRefusedException refusal;
        try (InputStream file = house.archive().open(received)) {
            by = pgp.open(file, received.partner(), house.now(), attempt);
            refusal = by.refusal();
        } catch (PackageRefusedException e) {
            refusal = e;
        } catch (IOException | RuntimeException | Error e) {
            attempt.discard();
            throw e;
        }
        if (by == null || refusal != null) {
            attempt.discard();
            settlement.refuse(received, Objects.requireNonNull(refusal), by);
        } else {
            accept(received, attempt, by);
        }
    }

    private <T> void accept(ReceivedPackage received, Attempt<T> attempt, Verified by) {
        try {
            settlement.accept(received, by, attempt::commit);
        } catch (PackageRefusedException e) {
            attempt.discard();
            settlement.refuse(received, e, by);
        } catch (Settlement.SettledMeanwhile e) {
            attempt.discard();
            settlement.isOpen(received);
        } catch (RuntimeException | Error e) {
            if (!mayCount(received)) {
                attempt.discard();
            }
            throw e;
        }
    }

    /** After a commit whose outcome is unknown: what may count must not be destroyed. */
    private boolean mayCount(ReceivedPackage received) {
        try {
            return house.database()
                            .inTransaction(h -> house.packages().get(h, received.id()))
                            .state()
                    == State.ACCEPTED;
        } catch (RuntimeException e) {
            LOG.warn(
                    "package {}: whether it counts is not known",
                    received.name().fileName());
            return true;
        }
    }

    /** One reading of a package, and what came of it. */
    private final class Attempt<T> implements PgpOpening.ContentReader {
        private final ReceivedPackage received;
        private final Work<T> work;
        private @Nullable T made;

        Attempt(ReceivedPackage received, Work<T> work) {
            this.received = received;
            this.work = work;
        }

        @Override
        public void read(InputStream content) throws IOException {
            PackageReading reading = new PackageReading(
                    received, house.settings().self(), name -> settlement.isClosed(received, name), content, limits);
            made = reading.read(work::read, work::discard);
        }

        void commit(Handle handle) {
            work.commit(handle, received, Objects.requireNonNull(made));
        }

        void discard() {
            if (made != null) {
                work.discard(made);
                made = null;
            }
        }
    }
}
