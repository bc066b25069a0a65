package se.utfall.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.exchange.StoredPackage.State;

/** A partner's receipt about a package of ours. The first final word stands; a second that says otherwise is a matter for people. */
final class ReceiptWork implements Opening.Work<ReceiptWork.Receipt> {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptWork.class);
    /** No run of digits that could be somebody. */
    private static final Pattern REASON =
            Pattern.compile("(?!\\w*[0-9]{6})([A-Z][A-Z0-9_]{0,39})(?::.*)?", Pattern.DOTALL);

    private final House house;
    private final Sending sending;

    ReceiptWork(House house, Sending sending) {
        this.house = house;
        this.sending = sending;
    }

    /** What it says. */
    enum Status {
        MOTTAGEN,
        GODKAND,
        AVVISAD
    }

    /** The reason is somebody's free text: of it only the code is kept. */
    record Receipt(String about, String sha256, Status status, String reason) {
        String code() {
            Matcher matcher = REASON.matcher(reason);
            return matcher.matches() ? matcher.group(1) : "OTHER";
        }
    }

    @Override
    public Receipt read(OpenedPackage opened) {
        JsonNode manifest = opened.manifest();
        if (!manifest.path("filer").isEmpty()) {
            throw Fault.MANIFEST_FEL.refusal("filer");
        }
        return new Receipt(
                PackageManifest.text(manifest, "avser"),
                PackageManifest.text(manifest, "sha256"),
                status(PackageManifest.text(manifest, "status")),
                manifest.path("orsak").asText(""));
    }

    private static Status status(String text) {
        for (Status status : Status.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw Fault.KVITTENS_STATUS.refusal();
    }

    @Override
    public void commit(Handle handle, ReceivedPackage received, Receipt receipt) {
        StoredPackage ours = PackageName.parse(receipt.about())
                .filter(n -> n.kind() != PackageName.Kind.KVITTENS)
                .filter(n -> n.order().equals(received.name().order()))
                .flatMap(n -> house.packages().findSealed(handle, received.partner(), n))
                .orElseThrow(Fault.KVITTENS_AVSER::refusal);
        if (!ours.file().sha256().equals(receipt.sha256())) {
            throw Fault.KVITTENS_SHA256.refusal(ours.name().fileName());
        }
        if (house.orders().isDisposed(handle, ours.name().order())) {
            throw Fault.ORDER_GALLRAD.refusal(ours.name().fileName());
        }
        String code = receipt.status() == Status.AVVISAD ? receipt.code() : "";
        house.receipts().note(handle, ours, received, receipt.status().name(), code);
        house.resolve(handle, TaskCode.RECEIPT_OVERDUE, ours.label());
        house.record(handle, "RECEIPT_TAKEN", ours.partner(), ours.name(), receipt.status() + " " + code);
        LOG.info("package {}: receipt {} {}", ours.name().fileName(), receipt.status(), code);
        switch (receipt.status()) {
            case MOTTAGEN -> sending.sent(handle, ours);
            case GODKAND -> acknowledged(handle, ours);
            case AVVISAD -> rejected(handle, ours, code);
        }
    }

    private void acknowledged(Handle handle, StoredPackage ours) {
        boolean first = house.packages().answered(handle, ours.id(), State.ACKNOWLEDGED, null);
        if (first || ours.state() == State.ACKNOWLEDGED) {
            house.packages().code(handle, ours.id(), null);
            house.tellOrder(handle, ours, house.orders()::acknowledged);
        } else {
            house.raise(handle, TaskCode.RECEIPT_CONTRADICTS, ours.label());
        }
    }

    private void rejected(Handle handle, StoredPackage ours, String code) {
        if (house.packages().answered(handle, ours.id(), State.REJECTED, code)) {
            house.tellOrder(
                    handle,
                    ours,
                    (h, order, sequence, recipient) -> house.orders().rejected(h, order, sequence, recipient, code));
        } else if (ours.state() != State.REJECTED) {
            house.raise(handle, TaskCode.RECEIPT_CONTRADICTS, ours.label());
        }
    }

    @Override
    public void discard(Receipt receipt) {
        // nothing was made
    }
}
