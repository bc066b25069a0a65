package se.utfall.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** The room's door. Every step is restartable from the table {@code package_}. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Exchange {
    /** Seals the next approved order (encrypt, sign), if any. */
    public Optional<SealedPackage> sealNext() {
        throw new UnsupportedOperationException();
    }

    /** The oldest package for this partner that is sealed and not sent. */
    public Optional<SealedPackage> nextToSend(String partner) {
        throw new UnsupportedOperationException();
    }

    /** It lies on the partner's server. */
    public void sent(String packageId) {
        throw new UnsupportedOperationException();
    }

    /** Whether this name, size and time is new to us; the SFTP filter asks before anything is fetched. */
    public boolean wants(Sighting sighting) {
        throw new UnsupportedOperationException();
    }

    /** Takes a fetched package into the archive. Same name and content again: noted. Same name, other content after acceptance: set aside, alarm. */
    public PackageView receive(Arrival arrival) {
        throw new UnsupportedOperationException();
    }

    /** Opens the next received receipt and lets it move its order; empty when there is none. */
    public Optional<PackageView> openNextReceipt() {
        throw new UnsupportedOperationException();
    }

    /** The oldest received delivery not yet opened. */
    public Optional<ReceivedPackage> nextDelivery() {
        throw new UnsupportedOperationException();
    }

    /**
     * One pass: decrypt, hash, unzip, {@code reader}; then signature, integrity, zip directory, hashes and rows. When all hold, one transaction commits the
     * provisional result, the package's state and the GODKAND receipt; else the result is destroyed and, after a valid pinned signature, AVVISAD is prepared.
     */
    public PackageView open(ReceivedPackage received, Function<OpenedPackage, Provisional> reader) {
        throw new UnsupportedOperationException();
    }

    /** Raises tasks for receipts overdue. */
    public void watchReceipts() {
        throw new UnsupportedOperationException();
    }

    public List<PackageView> list() {
        throw new UnsupportedOperationException();
    }
}
