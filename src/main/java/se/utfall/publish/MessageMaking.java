package se.utfall.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.OutcomeSchema;
import se.utfall.publish.PublishedBatch.Form;

/** Makes a batch's JMS messages with the contract's properties: ids and counts, never anything of a person. */
final class MessageMaking {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = OutcomeSchema.get().version();
    private static final String FINGERPRINT = OutcomeSchema.get().fingerprint();
    private static final String DATASCHEMA = "urn:sha256:" + OutcomeSchema.get().sha256();

    private final Session session;
    private final PublishedBatch batch;
    private final String time;

    MessageMaking(Session session, PublishedBatch batch) {
        this.session = session;
        this.batch = batch;
        this.time = batch.startedAt().toString();
    }

    Message start() throws JMSException {
        return control("start", EventTypes.BATCH_START, 0, null);
    }

    Message end(String sha256) throws JMSException {
        return control("end", EventTypes.BATCH_END, batch.records() + 1, sha256);
    }

    Message of(Outgoing outgoing) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(outgoing.body());
        properties(message, outgoing.id(), outgoing.type(), outgoing.seq());
        if (outgoing.group() != null) {
            message.setStringProperty("JMSXGroupID", outgoing.group());
        }
        if (batch.form() == Form.BLOCK) {
            message.setLongProperty("record_count", outgoing.records());
        }
        return message;
    }

    private Message control(String what, String type, long seq, @Nullable String sha256) throws JMSException {
        ObjectNode json = JSON.createObjectNode()
                .put("batchId", batch.batchId())
                .put("deliveryId", batch.deliveryId())
                .put("orderId", batch.orderId())
                .put("purpose", batch.purpose())
                .put("form", batch.form().word())
                .put("records", batch.records());
        if (sha256 != null) {
            json.put("sha256", sha256);
        }
        TextMessage message = session.createTextMessage(json.toString());
        properties(message, batch.batchId() + ":" + what, type, seq);
        return message;
    }

    private void properties(Message message, String id, String type, long seq) throws JMSException {
        message.setStringProperty("cloudEvents_specversion", "1.0");
        message.setStringProperty("cloudEvents_id", id);
        message.setStringProperty("cloudEvents_type", type);
        message.setStringProperty("cloudEvents_source", "/order/" + batch.orderId());
        message.setStringProperty("cloudEvents_subject", batch.deliveryId());
        message.setStringProperty("cloudEvents_time", time);
        message.setStringProperty("cloudEvents_dataschema", DATASCHEMA);
        message.setStringProperty("schema_version", VERSION);
        message.setStringProperty("schema_fp", FINGERPRINT);
        message.setStringProperty("batch_id", batch.batchId());
        message.setLongProperty("batch_seq", seq);
        message.setStringProperty("purpose", batch.purpose());
        message.setStringProperty("_AMQ_DUPL_ID", batch.batchId() + ":" + id);
    }
}
