package se.utfall.publish;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;

/** What is wrong with a broker that did not take a batch, where a person can mend it. Anything else passes when the broker is back. */
final class BrokerTrouble {
    /** Each with the text {@code task.<code>} in the room's bundle. */
    enum Code {
        BROKER_REFUSED_HUB,
        BROKER_NOT_TRUSTED,
        BROKER_LACKS_QUEUE
    }

    private BrokerTrouble() {}

    static Optional<Code> of(JMSException failure, BrokerSettings settings) {
        if (failure instanceof JMSSecurityException) {
            return Optional.of(Code.BROKER_REFUSED_HUB);
        }
        if (Causes.any(failure, ActiveMQNonExistentQueueException.class)) {
            return Optional.of(Code.BROKER_LACKS_QUEUE);
        }
        return TlsTrial.fails(settings) ? Optional.of(Code.BROKER_NOT_TRUSTED) : Optional.empty();
    }
}
