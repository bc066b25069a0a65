package se.utfall.retention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.utfall.store.HeldFile;

/**
 * What was decided and what is to go: ids, counts and hashes, never a person.
 *
 * @param decision the reference of the decision
 * @param beganAt ISO 8601
 * @param state the order's, before
 * @param ordered persons of the population
 * @param recallMarks how many of them were marked as recalled
 * @param deliveries ids
 * @param files as they lay when it began
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DisposalEntry(
        String order,
        String partner,
        String purpose,
        String state,
        String disposeBy,
        String decision,
        String decidedBy,
        String beganAt,
        int ordered,
        int recallMarks,
        List<String> deliveries,
        List<HeldFile> files) {

    /** How many files of each kind. */
    Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        files.forEach(file -> counts.merge(file.what(), 1L, Long::sum));
        return counts;
    }

    DisposalView view(boolean done, String certificate, String sha256) {
        return new DisposalView(
                order,
                decision,
                decidedBy,
                beganAt,
                done,
                state,
                disposeBy,
                ordered,
                recallMarks,
                counted(),
                certificate,
                sha256);
    }
}
