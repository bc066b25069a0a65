package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private Optional<SealedPackage> order(OrderDoor.Approved order) {
        String subject = order.id().value();
        if (!house.keys().recipientFingerprint(order.partner()).equals(order.recipientFingerprint())) {
            LOG.warn("order {} was approved for another key of {}", subject, order.partner());
            house.database().useTransaction(h -> house.raise(h, TaskCode.RECIPIENT_CHANGED, subject));
            return Optional.empty();
        }
        PackageName name = new PackageName(order.id(), PackageName.Kind.BESTALLNING, order.sequence());
        try {
            return seal(order.partner(), name, order.zip(), (handle, row) -> {
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
            Optional<SealedPackage> sealed = seal(
                    receipt.partner(),
                    name,
                    () -> new ByteArrayInputStream(zip),
                    (handle, row) -> house.receipts().carry(handle, receipt.id(), row.id()));
            if (sealed.isPresent()) {
                return sealed;
            }
        }
        return Optional.empty();
    }

    /** What else becomes true in the transaction that makes a package count. */
    @FunctionalInterface
    private interface Also {
        void in(Handle handle, StoredPackage row);
    }

    private Optional<SealedPackage> seal(String partner, PackageName name, Supplier<InputStream> zip, Also also) {
        Instant now = house.now().truncatedTo(ChronoUnit.SECONDS);
        Optional<PgpSealing> sealing = sealing(partner, now);
        if (sealing.isEmpty()) {
            return Optional.empty();
        }
        Archive.Stored file = store(sealing.get(), name, zip);
        StoredPackage row = new StoredPackage(
                UUID.randomUUID().toString(),
                true,
                partner,
                name,
                StoredPackage.State.SEALED,
                null,
                file,
                house.keys().ownFingerprint(),
                now,
                house.now());
        if (!count(row, also)) {
            return Optional.empty();
        }
        LOG.info("package {} sealed for {}: {} bytes", name.fileName(), partner, file.bytes());
        return Optional.of(row.sealed(house.archive()));
    }

    private Archive.Stored store(PgpSealing sealing, PackageName name, Supplier<InputStream> zip) {
        try {
            return house.archive().store(out -> {
                try (InputStream in = zip.get()) {
                    sealing.seal(in, out);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(name.fileName(), e);
        }
    }

    private boolean count(StoredPackage row, Also also) {
        try {
            boolean first = house.database().inTransaction(handle -> count(handle, row, also));
            if (!first) {
                house.archive().remove(row.file().name());
            }
            return first;
        } catch (OrderRefusedException e) {
            house.archive().remove(row.file().name());
            throw e;
        }
    }

    private boolean count(Handle handle, StoredPackage row, Also also) {
        if (!house.packages().insert(handle, row)) {
            return false;
        }
        also.in(handle, row);
        house.resolve(handle, TaskCode.PARTNER_KEY, row.partner());
        house.resolve(handle, TaskCode.OWN_KEY, house.keys().ownFingerprint());
        String detail = row.file().sha256() + " to " + house.keys().recipientFingerprint(row.partner());
        house.record(handle, "PACKAGE_SEALED", row.name(), detail);
        return true;
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
