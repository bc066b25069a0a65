package se.utfall.publish;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.publish.PublishingStoppedException.Code;

/**
 * The last look before a record leaves: it belongs to its batch, and no text in it could be a personal number (10 or 12 digits, with or without separator).
 * Codes inside the blocks are looked at by the codec. Texts that were found good are remembered: all but the pseudonym are the same over a batch.
 */
final class RecordGuard {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{12}|[0-9]{10}|(?:[0-9]{8}|[0-9]{6})[-+][0-9]{4})(?![0-9A-Za-z])");
    private static final int PSEUDONYM_LENGTH = 29;

    private final PublishedBatch batch;
    private final Set<String> good = new HashSet<>();

    RecordGuard(PublishedBatch batch) {
        this.batch = batch;
        text("batch", batch.deliveryId());
        text("batch", batch.orderId());
        text("batch", batch.purpose());
    }

    void check(OutcomeRecord outcome) {
        boolean ours = batch.deliveryId().equals(outcome.deliveryId())
                && batch.orderId().equals(outcome.orderId())
                && batch.purpose().equals(outcome.purposeId());
        if (!ours) {
            throw new PublishingStoppedException(Code.RECORD_OF_ANOTHER_DELIVERY, batch.deliveryId(), "");
        }
        if (!isPseudonym(outcome.pseudonym())) {
            throw new PublishingStoppedException(Code.FIELD_LOOKS_LIKE_A_NUMBER, batch.deliveryId(), "pseudonym");
        }
        text("partnerOrderRef", outcome.partnerOrderRef() == null ? "" : outcome.partnerOrderRef());
        text("codeSystemVersion", outcome.codeSystemVersion());
        text("mappingVersion", outcome.lineage().mappingVersion());
        text("softwareVersion", outcome.lineage().softwareVersion());
    }

    private void text(String field, String value) {
        if (good.contains(value)) {
            return;
        }
        if (NUMBER.matcher(value).find()) {
            throw new PublishingStoppedException(Code.FIELD_LOOKS_LIKE_A_NUMBER, batch.deliveryId(), field);
        }
        good.add(value);
    }

    private static boolean isPseudonym(String text) {
        if (text.length() != PSEUDONYM_LENGTH) {
            return false;
        }
        for (int i = 0; i < PSEUDONYM_LENGTH; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
