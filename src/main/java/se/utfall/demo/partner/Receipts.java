package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Answers what was taken: MOTTAGEN, then the verdict. What is owed follows from the marks, so that a crash loses no receipt and doubles none. */
final class Receipts {
    private final PartnerSettings settings;
    private final Marks marks;
    private final Outbox outbox;
    private final Sealing sealing;

    Receipts(PartnerSettings settings, Marks marks, Outbox outbox, Sealing sealing) {
        this.settings = settings;
        this.marks = marks;
        this.outbox = outbox;
        this.sealing = sealing;
    }

    void sendOwed() throws IOException {
        for (Taken taken : marks.taken()) {
            if (taken.answered()) {
                sendOwed(taken, Judging.RECEIVED, "");
                sendOwed(taken, taken.verdict(), taken.reason());
            }
        }
    }

    private void sendOwed(Taken taken, String status, String reason) throws IOException {
        if (marks.sent().stream().anyMatch(sent -> sent.answers(taken, status))) {
            return;
        }
        PackageId about = PackageId.parse(taken.name()).orElseThrow();
        PackageId id = marks.next(about.order(), Kind.KVITTENS);
        ObjectNode manifest = manifest(id, taken, status, reason, settings.clock());
        outbox.send(
                id,
                out -> sealing.seal(zip -> Zipping.write(manifest, List.of(), true, false, zip), Envelope.PLAIN, out),
                sha256 -> new Sent(id.fileName(), sha256, "", taken.name(), taken.sha256(), status));
        Consumer<String> news = settings.news();
        news.accept(id.fileName() + ": " + status + " " + taken.name());
    }

    private ObjectNode manifest(PackageId id, Taken taken, String status, String reason, Clock clock) {
        return Zipping.manifest(id, settings.name(), settings.hub(), clock, List.of())
                .put("avser", taken.name())
                .put("sha256", taken.sha256())
                .put("status", status)
                .put("orsak", reason);
    }
}
