package se.utfall.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code package_}.
 *
 * @param file name in the archive
 * @param at sealed, or received
 */
record StoredPackage(
        String id,
        boolean outgoing,
        String partner,
        PackageName name,
        State state,
        @Nullable String code,
        Archive.Stored file,
        @Nullable String signer,
        @Nullable Instant signedAt,
        Instant at) {

    /** The life of a package: the first four of ours, the others of a partner's. */
    enum State {
        SEALED,
        SENT,
        ACKNOWLEDGED,
        REJECTED,
        RECEIVED,
        ACCEPTED,
        REFUSED,
        QUARANTINED
    }

    String label() {
        return name.label(partner);
    }

    ReceivedPackage received(Archive archive) {
        return new ReceivedPackage(id, partner, name, archive.path(file.name()), file.sha256());
    }

    SealedPackage sealed(Archive archive) {
        return new SealedPackage(id, partner, name.fileName(), archive.path(file.name()), file.bytes(), file.sha256());
    }
}
