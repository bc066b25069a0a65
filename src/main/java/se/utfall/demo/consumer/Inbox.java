package se.utfall.demo.consumer;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A transacted connection to the queue: messages stay the broker's until {@link #commit}. */
final class Inbox implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long NEXT_WAIT_MILLIS = 20;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;
    private volatile boolean lost;

    Inbox(Arguments arguments) throws JMSException, IOException {
        String password = Files.readString(arguments.passwordFile()).strip();
        factory = new ActiveMQConnectionFactory(arguments.url(), arguments.user(), password);
        try {
            connection = factory.createConnection();
            connection.setExceptionListener(e -> lost = true);
            session = connection.createSession(Session.SESSION_TRANSACTED);
            consumer = session.createConsumer(session.createQueue(arguments.queue()));
            connection.start();
        } catch (JMSException | RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    /** Up to 1 000 messages; empty when none came for half a second. */
    List<Message> receive() throws JMSException {
        List<Message> messages = new ArrayList<>();
        Message message = consumer.receive(FIRST_WAIT_MILLIS);
        while (message != null) {
            messages.add(message);
            message = messages.size() < BATCH ? consumer.receive(NEXT_WAIT_MILLIS) : null;
        }
        if (lost) {
            throw new JMSException("connection lost");
        }
        return messages;
    }

    void commit() throws JMSException {
        session.commit();
    }

    @Override
    public void close() {
        factory.close();
    }
}
