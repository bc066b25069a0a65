package se.utfall.publish;

import org.jspecify.annotations.Nullable;

/**
 * One message's body and what its properties need.
 *
 * @param seq {@code batch_seq} of its first record
 * @param records how many it carries
 * @param id {@code cloudEvents_id}
 * @param type {@code cloudEvents_type}
 * @param group {@code JMSXGroupID}, null for none
 */
// Handed on once, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Outgoing(
        long seq,
        int records,
        String id,
        String type,
        @Nullable String group,
        byte[] body) {
    long nextSeq() {
        return seq + records;
    }
}
