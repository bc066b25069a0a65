package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.keys.UnusableKeyException;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;

/**
 * Seals approved orders and prepared receipts. The ciphertext lies durable in the archive before one transaction makes it count; a crash before that leaves a
 * file that nobody names and the next try makes another. Of two hubs the first to commit wins, the other takes its file away.
 */
final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private final House house;

    Sealing(House house) {
        this.house = house;
    }

    Optional<SealedPackage> next() {
        Optional<SealedPackage> order = order();
        return order.isPresent() ? order : receipt();
    }

    /** An order that cannot be sealed now, for its partner's key or its persons, holds up no other. */
    private Optional<SealedPackage> order() {
        Set<OrderId> passedOver = new HashSet<>();
        Optional<OrderDoor.Approved> next = house.orders().nextApproved(passedOver);
        while (next.isPresent()) {
            Optional<SealedPackage> sealed = order(next.get());
            if (sealed.isPresent()) {
                return sealed;
            }
            passedOver.add(next.get().id());
            next = house.orders().nextApproved(passedOver);
        }
        return Optional.empty();
    }

    /** All packages of the order or none; gives the first. */
    private Optional<SealedPackage> order(OrderDoor.Approved order) {
        String subject = order.id().value();
        for (OrderDoor.Content content : order.packages()) {
            if (!house.keys().recipientFingerprint(content.recipient()).equals(content.recipientFingerprint())) {
                LOG.warn("order {} was approved for another key of {}", subject, content.recipient());
                house.database().useTransaction(h -> house.raise(h, TaskCode.RECIPIENT_CHANGED, subject));
                return Optional.empty();
            }
        }
        PackageName name = new PackageName(order.id(), PackageName.Kind.BESTALLNING, order.sequence());
        List<Draft> drafts = order.packages().stream()
                .map(content -> new Draft(content.recipient(), name, content.zip()))
                .toList();
        try {
            return seal(drafts, (handle, rows) -> {
                house.orders().sealed(handle, order.id(), order.sequence());
                house.resolve(handle, TaskCode.RECIPIENT_CHANGED, subject);
            });
        } catch (OrderRefusedException e) {
            LOG.warn("order {} may no longer be sent: {}", subject, e.code());
            return Optional.empty();
        }
    }

    private Optional<SealedPackage> receipt() {
        List<JdbcReceipts.Prepared> prepared = house.database().inTransaction(house.receipts()::listPrepared);
        for (JdbcReceipts.Prepared receipt : prepared) {
            PackageName name = new PackageName(receipt.order(), PackageName.Kind.KVITTENS, receipt.sequence());
            byte[] zip = ReceiptPackage.zip(receipt, house.settings().self());
            Draft draft = new Draft(receipt.partner(), name, () -> new ByteArrayInputStream(zip));
            Optional<SealedPackage> sealed = seal(
                    List.of(draft),
                    (handle, rows) -> house.receipts()
                            .carry(handle, receipt.id(), rows.get(0).id()));
            if (sealed.isPresent()) {
                return sealed;
            }
        }
        return Optional.empty();
    }

    /** A package to be sealed. */
    private record Draft(String partner, PackageName name, Supplier<InputStream> zip) {}

    /** What else becomes true in the transaction that makes the packages count. */
    @FunctionalInterface
    private interface Also {
        void in(Handle handle, List<StoredPackage> rows);
    }

    /** Another hub was first. */
    private static final class SealedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The packages become true in one transaction. Where it is not known whether they did, their files stay: they may count. */
    private Optional<SealedPackage> seal(List<Draft> drafts, Also also) {
        Optional<List<StoredPackage>> stored = stored(drafts);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        List<StoredPackage> rows = stored.get();
        try {
            house.database().useTransaction(handle -> count(handle, rows, also));
        } catch (SealedMeanwhile e) {
            remove(rows);
            return Optional.empty();
        } catch (OrderRefusedException e) {
            remove(rows);
            throw e;
        }
        for (StoredPackage row : rows) {
            LOG.info(
                    "package {} sealed for {}: {} bytes",
                    row.name().fileName(),
                    row.partner(),
                    row.file().bytes());
        }
        return Optional.of(rows.get(0).sealed(house.archive()));
    }

    /** Each durable in the archive; or none, when one of the keys may not be used now. */
    private Optional<List<StoredPackage>> stored(List<Draft> drafts) {
        Instant now = house.now().truncatedTo(ChronoUnit.SECONDS);
        List<StoredPackage> rows = new ArrayList<>();
        boolean all = false;
        try {
            for (Draft draft : drafts) {
                Optional<PgpSealing> sealing = sealing(draft.partner(), now);
                if (sealing.isEmpty()) {
                    return Optional.empty();
                }
                rows.add(row(draft, store(sealing.get(), draft), now));
            }
            all = true;
            return Optional.of(rows);
        } finally {
            if (!all) {
                remove(rows);
            }
        }
    }

    private void remove(List<StoredPackage> rows) {
        rows.forEach(row -> house.archive().remove(row.file().name()));
    }

    private StoredPackage row(Draft draft, Archive.Stored file, Instant now) {
        return new StoredPackage(
                UUID.randomUUID().toString(),
                true,
                draft.partner(),
                draft.name(),
                StoredPackage.State.SEALED,
                null,
                file,
                house.keys().ownFingerprint(),
                now,
                house.now());
    }

    private Archive.Stored store(PgpSealing sealing, Draft draft) {
        try {
            return house.archive().store(out -> {
                try (InputStream in = draft.zip().get()) {
                    sealing.seal(in, out);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(draft.name().fileName(), e);
        }
    }

    private void count(Handle handle, List<StoredPackage> rows, Also also) {
        for (StoredPackage row : rows) {
            if (!house.packages().insert(handle, row)) {
                throw new SealedMeanwhile();
            }
        }
        also.in(handle, rows);
        for (StoredPackage row : rows) {
            house.resolve(handle, TaskCode.PARTNER_KEY, row.partner());
            house.resolve(handle, TaskCode.OWN_KEY, house.keys().ownFingerprint());
            String detail = row.file().sha256() + " to " + house.keys().recipientFingerprint(row.partner());
            house.record(handle, "PACKAGE_SEALED", row.partner(), row.name(), detail);
        }
    }

    /** Empty, with a task, when a key that it takes may not be used now. */
    private Optional<PgpSealing> sealing(String partner, Instant now) {
        PGPSecretKey signer;
        try {
            signer = house.keys().signingKey(now);
        } catch (UnusableKeyException e) {
            return unusable(TaskCode.OWN_KEY, house.keys().ownFingerprint(), e);
        }
        try {
            return Optional.of(new PgpSealing(
                    house.keys().encryptionKey(partner, now),
                    signer.getPublicKey(),
                    house.keys().unlock(signer),
                    now));
        } catch (UnusableKeyException e) {
            return unusable(TaskCode.PARTNER_KEY, partner, e);
        }
    }

    private Optional<PgpSealing> unusable(TaskCode code, String subject, UnusableKeyException e) {
        LOG.warn("nothing can be sealed: {}", e.getMessage());
        house.database().useTransaction(h -> house.raise(h, code, subject));
        return Optional.empty();
    }
}
