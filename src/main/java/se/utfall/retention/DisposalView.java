package se.utfall.retention;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disposal as shown to people: counts, never persons.
 *
 * @param ended false: begun and going on, or only looked at
 * @param stateBefore the order's
 * @param disposeBy the day that was agreed
 * @param destroyed files by kind
 * @param certificate where the certificate lies, empty before
 * @param certificateSha256 of the certificate's JSON, empty before
 */
public record DisposalView(
        String orderId,
        String decision,
        String decidedBy,
        String beganAt,
        boolean ended,
        String stateBefore,
        String disposeBy,
        int ordered,
        int recallMarks,
        Map<String, Long> destroyed,
        String certificate,
        String certificateSha256) {
    public DisposalView {
        destroyed = Collections.unmodifiableMap(new TreeMap<>(destroyed));
    }
}
