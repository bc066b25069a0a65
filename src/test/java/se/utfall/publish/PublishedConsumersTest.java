package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.demo.broker.BrokerCertificates;
import se.utfall.notice.Tasks;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** The consumers of {@code docs/consumer}, as they stand there, on a broker in a process of its own with consume-only accounts. */
@Tag("peer")
@Tag("consumers")
@Timeout(180)
class PublishedConsumersTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Path DOCS = Path.of("docs/consumer");

    /** Each with a queue and an account of its own. */
    enum Consumer {
        JMS("JmsConsumer.java"),
        AMQP("consumer_amqp.py"),
        STOMP("consumer_stomp.py");

        private final String source;

        Consumer(String source) {
            this.source = source;
        }

        List<String> command() {
            String file = DOCS.resolve(source).toString();
            return this == JMS
                    ? List.of("java", "-cp", System.getProperty("java.class.path"), file)
                    : List.of("/usr/bin/python3", file);
        }

        String account() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @TempDir
    static Path folder;

    private static ExternalBroker broker;
    private static Database database;
    private static final List<PublishedBatch> BATCHES = new ArrayList<>();

    /** 900 records; 300 of them taken back; all 900 again as they were at first, which is older than what was taken back. */
    @BeforeAll
    static void publish() throws IOException {
        broker = ExternalBroker.start(folder, "jms", "amqp", "stomp");
        database = TestDatabase.open(folder);
        Deliveries deliveries = Deliveries.of(900)
                .add(2, Brokers.PURPOSE, 300, 300)
                .retracting(2)
                .add(3, Brokers.PURPOSE, 900, 900);
        Publishing publishing = new Publishing(
                broker.settings(), deliveries, database, (h, e) -> {}, new Tasks(database, CLOCK), CLOCK);
        for (Optional<PublishedBatch> batch = publishing.publishNext();
                batch.isPresent();
                batch = publishing.publishNext()) {
            BATCHES.add(batch.get());
        }
        BrokerCertificates.make(folder, "dns:localhost");
        Files.copy(folder.resolve("ca.pem"), folder.resolve("etc/other.pem"));
    }

    @AfterAll
    static void close() {
        broker.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Consumer.class)
    void printsTheHubsHashesGoesOnWhereItWasAndKeepsTheLatest(Consumer consumer) throws Exception {
        refused(run(consumer, "ca.pem", "guess", 1));
        refused(run(consumer, "other.pem", "secret-" + consumer.account(), 1));

        reads(consumer, 1, line(0), "outcomes 900 retracted 0");
        reads(consumer, 3, line(1), line(2), "outcomes 600 retracted 300");
    }

    private static void refused(Run run) {
        assertThat(run.code).isNotZero();
        assertThat(run.output).isEmpty();
        assertThat(run.errors).isNotEmpty();
    }

    @Test
    void areShort() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            List<Path> sources =
                    files.filter(f -> f.toString().matches(".*\\.(java|py)")).toList();
            assertThat(sources).hasSize(Consumer.values().length);
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(100);
            }
        }
    }

    private static void reads(Consumer consumer, int batches, String... lines) throws Exception {
        Run run = run(consumer, "ca.pem", "secret-" + consumer.account(), batches);
        assertThat(run.output).as(consumer + run.errors).containsExactly(lines);
        assertThat(run.code).isZero();
    }

    private static String line(int sent) {
        PublishedBatch batch = BATCHES.get(sent);
        return "batch " + batch.batchId() + " delivery " + batch.deliveryId() + " records " + batch.records()
                + " sha256 " + batch.sha256() + " equal";
    }

    private record Run(int code, List<String> output, String errors) {}

    private static Run run(Consumer consumer, String authority, String password, int batches) throws Exception {
        Path passwordFile = Files.writeString(folder.resolve("given"), password + "\n");
        Path errors = folder.resolve("errors");
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(consumer.command());
        command.addAll(List.of(
                "--host", "localhost",
                "--port", Integer.toString(URI.create(broker.settings().url()).getPort()),
                "--ca", folder.resolve("etc").resolve(authority).toString(),
                "--user", consumer.account(),
                "--password-file", passwordFile.toString(),
                "--queue", "utfall.uppfoljning.v1::uppfoljning." + consumer.account(),
                "--schema", "schemas/outcome-record.avsc",
                "--state", folder.resolve(consumer.account() + ".db").toString(),
                "--batches", Integer.toString(batches)));
        Process process = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            int code = process.waitFor();
            return new Run(code, Files.readAllLines(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
    }
}
