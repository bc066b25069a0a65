package se.utfall.publish;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.activemq.artemis.jms.client.JMSExceptionHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to one address of the broker, embedded or not: what {@link #commit} returned from is on the broker's disk, each message once. */
final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

    private static final long ANSWER_MILLIS = 5_000;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;

    private BrokerLink(ActiveMQConnectionFactory factory, Connection connection, Session session, MessageProducer out) {
        this.factory = factory;
        this.connection = connection;
        this.session = session;
        this.producer = out;
    }

    /** Throws when one of the queues is not there: what is sent to an address without it is lost to its consumer. */
    static BrokerLink open(BrokerSettings settings, String address, Set<String> queues) throws JMSException {
        ActiveMQConnectionFactory factory = factory(settings);
        try {
            Connection connection = factory.createConnection();
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            requireQueues(((ActiveMQSession) session).getCoreSession(), address, queues);
            return new BrokerLink(factory, connection, session, session.createProducer(session.createTopic(address)));
        } catch (JMSException | RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    private static void requireQueues(ClientSession session, String address, Set<String> queues) throws JMSException {
        try {
            Set<String> there = new HashSet<>();
            session.addressQuery(SimpleString.of(address)).getQueueNames().forEach(q -> there.add(q.toString()));
            for (String queue : queues) {
                if (!there.contains(queue)) {
                    throw new ActiveMQNonExistentQueueException(queue);
                }
            }
        } catch (ActiveMQException e) {
            throw JMSExceptionHelper.convertFromActiveMQException(e);
        }
    }

    /** Whether a connection as the hub's user comes about; opens nothing that stays. */
    static boolean answers(BrokerSettings settings) {
        try (ActiveMQConnectionFactory factory = factory(settings)) {
            factory.setCallTimeout(ANSWER_MILLIS);
            factory.createConnection().close();
            return true;
        } catch (JMSException | RuntimeException e) {
            LOG.debug("the broker did not answer", e);
            return false;
        }
    }

    private static ActiveMQConnectionFactory factory(BrokerSettings settings) {
        String password = Passwords.read(settings.passwordFile());
        return new ActiveMQConnectionFactory(settings.connectUrl(), settings.user(), password);
    }

    Session session() {
        return session;
    }

    /**
     * Sends all in one transaction. The broker refuses a transaction as a whole if it holds a single message that it has already; then they go one by one, and a
     * refused one is there already.
     */
    void commit(List<Message> messages) throws JMSException {
        try {
            sendAll(messages);
        } catch (JMSException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            session.rollback();
            LOG.info("{} messages hold some that the broker has already: sending one by one", messages.size());
            for (Message message : messages) {
                sendOnce(message);
            }
        }
    }

    private void sendAll(List<Message> messages) throws JMSException {
        for (Message message : messages) {
            producer.send(message);
        }
        session.commit();
    }

    private void sendOnce(Message message) throws JMSException {
        try {
            sendAll(List.of(message));
        } catch (JMSException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            session.rollback();
        }
    }

    private static boolean isDuplicate(JMSException e) {
        return Causes.any(e, ActiveMQDuplicateIdException.class);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            LOG.debug("connection did not close cleanly", e);
        }
        factory.close();
    }
}
