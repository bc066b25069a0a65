package se.utfall.publish;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.notice.Tasks;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** Publishing beside a bare JMS producer on the same broker, and blocks beside single records. Arguments: records one by one, records in blocks. */
final class PublishSpeed {
    private static final Logger LOG = LoggerFactory.getLogger(PublishSpeed.class);
    private static final int PER_COMMIT = 1_000;

    private PublishSpeed() {}

    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int blocks = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Path folder = Files.createTempDirectory("publish-speed");
        BrokerSettings settings = Brokers.bothForms(folder);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
                Database database = TestDatabase.open(folder)) {
            LOG.info("broker {}", broker.server().getVersion().getFullVersion());
            for (int round = 0; round < 2; round++) {
                bare(settings, records);
                publish(settings, database, 2 * round + 1, records, "records");
                publish(settings, database, 2 * round + 2, blocks, "blocks");
            }
        }
    }

    private static void publish(BrokerSettings both, Database database, int sequence, int records, String what) {
        boolean blocks = "blocks".equals(what);
        BrokerSettings one = new BrokerSettings(
                true,
                both.url(),
                both.data(),
                both.user(),
                both.passwordFile(),
                java.util.Map.of(
                        Brokers.PURPOSE,
                        both.purposes().get(Brokers.PURPOSE).stream()
                                .filter(c -> c.bulk() == blocks)
                                .toList()));
        Tasks tasks = new Tasks(database, Clock.systemUTC());
        Deliveries deliveries = new Deliveries().add(sequence, Brokers.PURPOSE, records, records);
        Publishing publishing = new Publishing(one, deliveries, database, (h, e) -> {}, tasks, Clock.systemUTC());
        long from = System.nanoTime();
        publishing.publishNext();
        rate("published as " + what, records, from);
    }

    private static void bare(BrokerSettings settings, int records) throws JMSException, IOException {
        byte[] body = new OutcomeCodec()
                .message(Deliveries.record(1, Brokers.PURPOSE, Deliveries.ORDER + "-L001", "SNI2007"));
        long from = System.nanoTime();
        try (Connection connection = Brokers.connect(settings, "hub");
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createTopic("utfall.uppfoljning.v1"))) {
            for (int i = 1; i <= records; i++) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(body);
                producer.send(message);
                if (i % PER_COMMIT == 0) {
                    session.commit();
                }
            }
            session.commit();
        }
        rate("bare JMS producer", records, from);
    }

    private static void rate(String what, int records, long from) {
        double seconds = (System.nanoTime() - from) / 1e9;
        LOG.info("{}: {} records in {} s, {} records/s", what, records, seconds, Math.round(records / seconds));
    }
}
