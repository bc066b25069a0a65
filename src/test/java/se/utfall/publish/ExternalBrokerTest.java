package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.demo.broker.BrokerCertificates;
import se.utfall.notice.Messages;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** What holds of the embedded broker holds of an Artemis in a process of its own, and TLS besides. */
@Tag("peer")
@Timeout(120)
class ExternalBrokerTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ADDRESS = "utfall.uppfoljning.v1";
    private static final String ANALYS = ADDRESS + "::uppfoljning.analys";

    @TempDir
    static Path brokerFolder;

    @TempDir
    Path folder;

    private static ExternalBroker broker;
    private static BrokerSettings settings;
    private Database database;
    private Tasks tasks;

    @BeforeAll
    static void start() throws IOException {
        broker = ExternalBroker.start(brokerFolder, "analys", "rapport");
        settings = broker.settings();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void carriesADeliveryToEveryConsumerAndItsHash() throws Exception {
        PublishedBatch batch =
                publishing(settings, Deliveries.of(2_500)).publishNext().orElseThrow();

        assertThat(batch.sha256()).hasSize(64);
        assertThat(sequences("analys", batch)).isEqualTo(Received.range(2_502));
        assertThat(sequences("rapport", batch)).isEqualTo(Received.range(2_502));
        assertThat(BrokerLink.answers(settings)).isTrue();
        assertThat(tasks.listOpen()).isEmpty();
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledAndStartedAgain() throws Exception {
        Publishing publishing = publishing(settings, Deliveries.of(20_000));
        CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> position(publishing) > 4_000);
            broker.kill();
        });
        assertThatThrownBy(publishing::publishNext).isInstanceOf(BrokerUnreachableException.class);
        killed.join();
        assertThat(position(publishing)).isBetween(4_000L, 19_999L);
        assertThatThrownBy(publishing::publishNext).isInstanceOf(BrokerUnreachableException.class);
        assertThat(BrokerLink.answers(settings)).isFalse();
        assertThat(tasks.listOpen()).as("nothing a person could mend").isEmpty();

        broker.startAgain();
        PublishedBatch batch = publishing.publishNext().orElseThrow();

        assertThat(sequences("analys", batch)).isEqualTo(Received.range(20_002));
        assertThat(sequences("rapport", batch)).isEqualTo(Received.range(20_002));
    }

    /** Without TLS no greeting is answered: the connection ends, with a TLS alert at most. */
    @ParameterizedTest
    @ValueSource(strings = {"AMQP\0\1\0\0", "STOMP\nlogin:hub\n\n\0", "ARTEMIS"})
    void speaksNothingButTls(String greeting) throws Exception {
        URI uri = URI.create(settings.url());
        try (Socket plain = new Socket(uri.getHost(), uri.getPort())) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            plain.shutdownOutput();
            assertThat(plain.getInputStream().read()).isIn(-1, 0x15);
        }
    }

    @Test
    void isNotTrustedUnderAnAuthorityThatNobodyNamed() throws IOException {
        BrokerCertificates.make(folder, "dns:localhost");

        stops(
                with(settings.url(), BrokerCertificates.authority(folder), settings.passwordFile()),
                "BROKER_NOT_TRUSTED");
    }

    @Test
    void isNotTrustedUnderAnotherName() {
        String url = settings.url().replace("localhost", "127.0.0.1");

        stops(with(url, settings.trust(), settings.passwordFile()), "BROKER_NOT_TRUSTED");
    }

    @Test
    void refusesAWrongPasswordInWordsForTheOperatorAndGoesOnWithTheRightOne() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "guess");
        BrokerSettings wrong = with(settings.url(), settings.trust(), password);

        Task task = stops(wrong, "BROKER_REFUSED_HUB");
        assertThat(Messages.text(Locale.ENGLISH, task.room(), "task." + task.code(), task.subject()))
                .contains(settings.url())
                .contains("broker.passwordFile")
                .doesNotContain("guess");

        Files.copy(settings.passwordFile(), password, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        PublishedBatch batch = publishing(wrong, Deliveries.of(1)).publishNext().orElseThrow();
        assertThat(tasks.listOpen()).isEmpty();
        assertThat(sequences("analys", batch)).isEqualTo(Received.range(3));
    }

    @Test
    void sendsNothingWhileAConsumersQueueIsMissing() throws Exception {
        List<BrokerSettings.ConsumerAccount> more =
                new ArrayList<>(settings.purposes().get(Brokers.PURPOSE));
        more.add(new BrokerSettings.ConsumerAccount("ny", "ny", Brokers.password(folder, "ny"), false));
        BrokerSettings wider = new BrokerSettings(
                false,
                settings.url(),
                settings.trust(),
                null,
                settings.user(),
                settings.passwordFile(),
                Map.of(Brokers.PURPOSE, more));

        stops(wider, "BROKER_LACKS_QUEUE");

        assertThat(publishing(wider, Deliveries.of(1)).list().get(0).position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADDRESS,
                ANALYS,
                "kontroll.analys",
                "kontroll.rapport.svar",
                ADDRESS + ".DLQ",
                "activemq.management",
                "new.address"
            })
    void letsAConsumerSendNowhereButInItsAnswers(String address) throws Exception {
        assertThatThrownBy(() -> send("analys", address)).isInstanceOf(JMSException.class);
        send("analys", "kontroll.analys.svar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADDRESS + "::uppfoljning.rapport",
                ADDRESS,
                "kontroll.rapport",
                "kontroll.analys.svar",
                ADDRESS + ".DLQ",
                "utfall.DLQ"
            })
    void letsAConsumerReadNoQueueButItsOwn(String queue) throws Exception {
        try (Connection connection = Brokers.connect(settings, "analys");
                Session session = connection.createSession()) {
            assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
                    .isInstanceOf(JMSException.class);
            session.createConsumer(session.createQueue(ANALYS)).close();
        }
    }

    @Test
    void letsAConsumerMakeAndRemoveNothing() throws Exception {
        try (Connection connection = Brokers.connect(settings, "analys");
                Session session = connection.createSession()) {
            ClientSession core = ((ActiveMQSession) session).getCoreSession();
            for (boolean durable : new boolean[] {true, false}) {
                assertThatThrownBy(() -> core.createQueue(QueueConfiguration.of("mine")
                                .setAddress(ADDRESS)
                                .setDurable(durable)))
                        .isInstanceOf(ActiveMQSecurityException.class);
            }
            assertThatThrownBy(() -> core.deleteQueue("uppfoljning.analys"))
                    .isInstanceOf(ActiveMQSecurityException.class);
            assertThatThrownBy(() -> core.createAddress(SimpleString.of("mine"), RoutingType.MULTICAST, false))
                    .isInstanceOf(ActiveMQSecurityException.class);
        }
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        assertThatThrownBy(() -> Brokers.connect(settings, null, null)).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> Brokers.connect(settings, "analys", "guess")).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> Brokers.connect(settings, "nobody", "x")).isInstanceOf(JMSSecurityException.class);
    }

    /** Publishing fails, says why as a task, and nothing is sent. */
    private Task stops(BrokerSettings with, String code) {
        assertThat(publishing(with, Deliveries.of(1))).satisfies(publishing -> {
            assertThatThrownBy(publishing::publishNext).isInstanceOf(BrokerUnreachableException.class);
            assertThat(position(publishing)).isZero();
        });
        assertThat(tasks.listOpen()).extracting(Task::code).containsExactly(code);
        assertThat(Messages.has(Messages.SWEDISH, "publish", "task." + code)).isTrue();
        return tasks.listOpen().get(0);
    }

    private static BrokerSettings with(String url, Path trust, Path password) {
        return new BrokerSettings(false, url, trust, null, settings.user(), password, settings.purposes());
    }

    private static long position(Publishing publishing) {
        Optional<PublishedBatch> batch = publishing.list().stream().findFirst();
        return batch.map(PublishedBatch::position).orElse(0L);
    }

    private Publishing publishing(BrokerSettings with, Deliveries deliveries) {
        return new Publishing(with, deliveries, database, (handle, event) -> {}, tasks, CLOCK);
    }

    private static List<Long> sequences(String consumer, PublishedBatch batch) throws JMSException {
        List<Message> ours = new ArrayList<>();
        for (Message message : Received.drain(settings, consumer, ADDRESS + "::uppfoljning." + consumer)) {
            if (batch.batchId().equals(message.getStringProperty("batch_id"))) {
                ours.add(message);
            }
        }
        return Received.sequences(ours);
    }

    private static void send(String user, String address) throws JMSException {
        try (Connection connection = Brokers.connect(settings, user);
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(address)).send(session.createTextMessage("{}"));
        }
    }
}
