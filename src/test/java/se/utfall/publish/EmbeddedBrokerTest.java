package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.publish.BrokerRefusedException.Code;

@Timeout(60)
class EmbeddedBrokerTest {
    private static final String ANALYS = "utfall.uppfoljning.v1::uppfoljning.analys";

    @TempDir
    Path folder;

    private EmbeddedBroker broker;

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void keepsAMessageForEachConsumerOverARestart() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        publish(settings, "utfall.uppfoljning.v1");
        stop();

        start(settings);
        assertThat(receive(settings, "analys", ANALYS)).isInstanceOf(BytesMessage.class);
        assertThat(receive(settings, "rapport", "utfall.uppfoljning.v1::uppfoljning.rapport"))
                .isInstanceOf(BytesMessage.class);
    }

    @Test
    void makesTheControlQueuesAndTheDeadLetterQueue() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        assertThat(broker.server().getPostOffice().getAddresses())
                .extracting(Object::toString)
                .contains(
                        "utfall.uppfoljning.v1",
                        "utfall.uppfoljning.v1.DLQ",
                        "utfall.annat-bruk.bulk.v1",
                        "kontroll.analys",
                        "kontroll.analys.svar");
        assertThat(broker.server().locateQueue("annat-bruk.lager.bulk").isDurable())
                .isTrue();
        assertThat(broker.server().locateQueue("utfall.uppfoljning.v1.DLQ").isDurable())
                .isTrue();
    }

    @Test
    void movesAMessageThatAlwaysFailsToTheDeadLetters() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        broker.server()
                .getAddressSettingsRepository()
                .getMatch("utfall.uppfoljning.v1")
                .setRedeliveryDelay(0);
        publish(settings, "utfall.uppfoljning.v1");

        rollBackTenTimes(settings);

        assertThat(receive(settings, "hub", "utfall.uppfoljning.v1.DLQ")).isInstanceOf(BytesMessage.class);
    }

    @Test
    void refusesTheUnknownAndTheAnonymous() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        assertThatThrownBy(() -> Brokers.connect(settings, "analys", "guess")).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> Brokers.connect(settings, "nobody", "secret-nobody"))
                .isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> Brokers.connect(settings, null, null)).isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utfall.uppfoljning.v1",
                "utfall.annat-bruk.bulk.v1",
                "kontroll.analys",
                "kontroll.rapport.svar",
                "utfall.uppfoljning.v1.DLQ",
                "activemq.management"
            })
    void letsAConsumerSendNowhereButInItsAnswers(String address) throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        assertThatThrownBy(() -> send(settings, "analys", address)).isInstanceOf(JMSException.class);

        send(settings, "analys", "kontroll.analys.svar");
        assertThat(receive(settings, "hub", "kontroll.analys.svar")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utfall.uppfoljning.v1::uppfoljning.rapport",
                "utfall.annat-bruk.bulk.v1::annat-bruk.lager.bulk",
                "utfall.uppfoljning.v1",
                "kontroll.rapport",
                "kontroll.analys.svar",
                "utfall.uppfoljning.v1.DLQ",
                "utfall.DLQ"
            })
    void letsAConsumerReadNoQueueButItsOwn(String queue) throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        assertThatThrownBy(() -> receive(settings, "analys", queue)).isInstanceOf(JMSException.class);
    }

    @Test
    void refusesAConsumerToSubscribeByTopic() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        try (Connection connection = Brokers.connect(settings, "analys");
                Session session = connection.createSession()) {
            assertThatThrownBy(() -> session.createConsumer(session.createTopic("utfall.uppfoljning.v1")))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void refusesAJournalThatAnotherHubHolds() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        start(settings);
        assertThatThrownBy(() -> EmbeddedBroker.start(Brokers.settings(folder)))
                .isInstanceOfSatisfying(BrokerRefusedException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.JOURNAL_LOCKED);
                    assertThat(e).hasMessageContaining("in use by another hub");
                });
    }

    @Test
    void refusesAPortInUse() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        int port = URI.create(settings.url()).getPort();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOfSatisfying(
                            BrokerRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.START_FAILED));
        }
    }

    @Test
    void refusesJournalRetentionHoweverItWasTurnedOn() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        String property = "brokerconfig.journalRetentionDirectory";
        System.setProperty(property, folder.resolve("kept").toString());
        try {
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOfSatisfying(
                            BrokerRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.JOURNAL_RETENTION));
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void refusesAnEmptyPasswordFile() throws Exception {
        BrokerSettings settings = Brokers.settings(folder);
        Files.writeString(settings.passwordFile(), "\n");

        assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                .isInstanceOfSatisfying(
                        BrokerRefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_PASSWORD_FILE));
    }

    private void start(BrokerSettings settings) {
        broker = EmbeddedBroker.start(settings);
    }

    private static void publish(BrokerSettings settings, String address) throws JMSException {
        try (Connection connection = Brokers.connect(settings, "hub");
                Session session = connection.createSession()) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(new byte[] {1, 2, 3});
            session.createProducer(session.createTopic(address)).send(message);
        }
    }

    private static void send(BrokerSettings settings, String user, String address) throws JMSException {
        try (Connection connection = Brokers.connect(settings, user);
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(address)).send(session.createTextMessage("{}"));
        }
    }

    private static Message receive(BrokerSettings settings, String user, String queue) throws JMSException {
        try (Connection connection = Brokers.connect(settings, user);
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(10_000);
        }
    }

    private static void rollBackTenTimes(BrokerSettings settings) throws JMSException, IOException {
        try (Connection connection = Brokers.connect(settings, "analys");
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(ANALYS))) {
            for (int i = 0; i < 10; i++) {
                assertThat(consumer.receive(10_000)).isNotNull();
                session.rollback();
            }
            assertThat(consumer.receive(200)).isNull();
        }
    }
}
