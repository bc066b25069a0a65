package se.utfall.publish;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.utfall.publish.PublishingStoppedException.Code;

/**
 * Sends one batch from a position on: start, records or blocks, end. After each broker transaction the new position is handed on; a crash between the two sends
 * the same messages again, and the broker knows them by their duplicate ids.
 */
final class BatchSending {
    private final PublishedBatch batch;
    private final BatchReading reading;
    private final Bodies bodies;
    private final BrokerLink broker;
    private final MessageMaking making;
    private final LongConsumer position;

    BatchSending(PublishedBatch batch, BatchReading reading, Bodies bodies, BrokerLink broker, LongConsumer position) {
        this.batch = batch;
        this.reading = reading;
        this.bodies = bodies;
        this.broker = broker;
        this.making = new MessageMaking(broker.session(), batch);
        this.position = position;
    }

    /** Returns the records' SHA-256 once the broker has everything. */
    String send(long nextSeq) throws JMSException {
        if (nextSeq == 0) {
            commit(List.of(making.start()), 1);
        } else {
            reading.passTo(nextSeq - 1);
        }
        while (sendSome()) {
            // until the end of the stream
        }
        if (reading.seq() != batch.records()) {
            throw new PublishingStoppedException(Code.RECORD_COUNT_DIFFERS, batch.deliveryId(), "");
        }
        String sha256 = reading.sha256Hex();
        commit(List.of(making.end(sha256)), batch.records() + 2);
        return sha256;
    }

    private boolean sendSome() throws JMSException {
        List<Message> messages = new ArrayList<>(bodies.perCommit());
        @Nullable Outgoing outgoing = null;
        long nextSeq = 0;
        while (messages.size() < bodies.perCommit() && (outgoing = bodies.next()) != null) {
            messages.add(making.of(outgoing));
            nextSeq = outgoing.nextSeq();
        }
        if (nextSeq > batch.records() + 1) {
            throw new PublishingStoppedException(Code.RECORD_COUNT_DIFFERS, batch.deliveryId(), "");
        }
        if (!messages.isEmpty()) {
            commit(messages, nextSeq);
        }
        return outgoing != null;
    }

    private void commit(List<Message> messages, long nextSeq) throws JMSException {
        broker.commit(messages);
        position.accept(nextSeq);
    }
}
