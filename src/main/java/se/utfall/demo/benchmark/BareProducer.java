package se.utfall.demo.benchmark;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The limit for publishing: a plain JMS producer that sends as many durable messages of the same size to the same broker, in transactions of twenty. */
final class BareProducer {
    private static final int PER_COMMIT = 20;
    private final String url;
    private final String user;
    private final Path password;

    BareProducer(String url, String user, Path password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    double seconds(String address, long messages, int bytes) throws IOException {
        byte[] body = new byte[bytes];
        new Random(1).nextBytes(body);
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection(
                        user, Files.readString(password).strip());
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createTopic(address))) {
            producer.setDisableMessageTimestamp(true);
            return Stopwatch.seconds(() -> send(session, producer, messages, body));
        } catch (JMSException e) {
            throw new IOException(e);
        }
    }

    private static void send(Session session, MessageProducer producer, long messages, byte[] body) throws IOException {
        try {
            for (long i = 1; i <= messages; i++) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(body);
                producer.send(message);
                if (i % PER_COMMIT == 0 || i == messages) {
                    session.commit();
                }
            }
        } catch (JMSException e) {
            throw new IOException(e);
        }
    }
}
