package se.utfall.publish;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** What a consumer sees of messages. */
final class Received {
    private Received() {}

    static List<Message> drain(BrokerSettings settings, String user, String queue) throws JMSException {
        try (Connection connection = Brokers.connect(settings, user);
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            List<Message> all = new ArrayList<>();
            Message message = consumer.receive(5_000);
            while (message != null) {
                all.add(message);
                message = consumer.receive(500);
            }
            return all;
        }
    }

    static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> all = new TreeMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            all.put(name, message.getObjectProperty(name));
        }
        all.remove("JMSXDeliveryCount");
        all.put("_AMQ_DUPL_ID", message.getStringProperty("_AMQ_DUPL_ID"));
        return all;
    }

    static String type(Message message) {
        try {
            return message.getStringProperty("cloudEvents_type");
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Long> sequences(List<Message> messages) throws JMSException {
        List<Long> all = new ArrayList<>();
        for (Message message : messages) {
            all.add(message.getLongProperty("batch_seq"));
        }
        return all;
    }

    static List<Long> range(long size) {
        return LongStream.range(0, size).boxed().toList();
    }

    static byte[] body(BytesMessage message) throws JMSException {
        byte[] body = new byte[(int) message.getBodyLength()];
        message.reset();
        message.readBytes(body);
        return body;
    }

    static List<GenericRecord> read(BytesMessage message) throws Exception {
        List<GenericRecord> all = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader =
                new DataFileReader<>(new SeekableByteArrayInput(body(message)), new GenericDatumReader<>())) {
            reader.forEach(all::add);
        }
        return all;
    }
}
