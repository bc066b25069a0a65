package se.utfall.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package's evidence.
 *
 * @param outgoing to the partner
 * @param state SEALED, SENT, ACKNOWLEDGED, REJECTED (out); RECEIVED, ACCEPTED, REFUSED, QUARANTINED (in: never opened, its name was settled)
 * @param code of the refusal; UTAN_KVITTENS when a delivery stood for the receipt
 * @param signerFingerprint of the primary key; in: only after its signature was verified
 * @param at sealed, or received
 * @param receipts statuses of receipts, oldest first
 */
public record PackageView(
        String id,
        String partner,
        boolean outgoing,
        PackageName name,
        String state,
        @Nullable String code,
        String sha256,
        long bytes,
        @Nullable String signerFingerprint,
        @Nullable Instant signedAt,
        Instant at,
        List<String> receipts) {}
