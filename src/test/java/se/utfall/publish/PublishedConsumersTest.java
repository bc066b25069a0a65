package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
        JMS("java", "-cp", System.getProperty("java.class.path"), DOCS.resolve("JmsConsumer.java").toString()),
        AMQP("/usr/bin/python3", DOCS.resolve("consumer_amqp.py").toString()),
        STOMP("/usr/bin/python3", DOCS.resolve("consumer_stomp.py").toString());

        private final List<String> command;

        Consumer(String... command) {
            this.command = List.of(command);
        }

        String account() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @TempDir
    Path folder;

    private ExternalBroker broker;
    private Database database;

    @BeforeEach
    void open() throws IOException {
        broker = ExternalBroker.start(folder, "jms", "amqp", "stomp");
        database = TestDatabase.open(folder);
    }

    @AfterEach
    void close() {
        broker.close();
        database.close();
    }

    @Test
    void allPrintTheHashThatTheHubHas() throws Exception {
        PublishedBatch first = publish(Deliveries.of(1_500));
        PublishedBatch second = publish(Deliveries.of(1_500).add(2, Brokers.PURPOSE, 300, 300));

        for (Consumer consumer : Consumer.values()) {
            reads(consumer, 2, line(first), line(second), "outcomes 1500 retracted 0");
        }
    }

    @ParameterizedTest
    @EnumSource(Consumer.class)
    void goesOnWhereItWasAndCountsNothingTwice(Consumer consumer) throws Exception {
        PublishedBatch first = publish(Deliveries.of(900));
        reads(consumer, 1, line(first), "outcomes 900 retracted 0");

        PublishedBatch second = publish(Deliveries.of(900).add(2, Brokers.PURPOSE, 450, 450));
        reads(consumer, 2, line(second), "outcomes 900 retracted 0");
    }

    @ParameterizedTest
    @EnumSource(Consumer.class)
    void isTurnedAwayWithAWrongPasswordAndTurnsAwayAnotherAuthority(Consumer consumer) throws Exception {
        publish(Deliveries.of(1));
        BrokerCertificates.make(folder, "dns:localhost");
        Files.copy(folder.resolve("ca.pem"), folder.resolve("etc/other.pem"));

        Run refused = run(consumer, "ca.pem", "guess", 1);
        assertThat(refused.code).isNotZero();
        assertThat(refused.output).isEmpty();
        Run stranger = run(consumer, "other.pem", "secret-" + consumer.account(), 1);
        assertThat(stranger.code).isNotZero();
        assertThat(stranger.output).isEmpty();
        assertThat(run(consumer, "ca.pem", "secret-" + consumer.account(), 1).code).isZero();
    }

    @Test
    void areShort() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            List<Path> sources = files.filter(f -> f.toString().matches(".*\\.(java|py)")).toList();
            assertThat(sources).hasSize(Consumer.values().length);
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(100);
            }
        }
    }

    private void reads(Consumer consumer, int batches, String... lines) throws Exception {
        Run run = run(consumer, "ca.pem", "secret-" + consumer.account(), batches);
        assertThat(run.output).as(consumer + run.errors).containsExactly(lines);
        assertThat(run.code).isZero();
    }

    private static String line(PublishedBatch batch) {
        return "batch " + batch.batchId() + " delivery " + batch.deliveryId() + " records " + batch.records() + " sha256 "
                + batch.sha256() + " equal";
    }

    private record Run(int code, List<String> output, String errors) {}

    private Run run(Consumer consumer, String authority, String password, int batches) throws Exception {
        Path passwordFile = Files.writeString(folder.resolve("given"), password + "\n");
        Path errors = folder.resolve("errors");
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(consumer.command);
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
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).redirectOutput(output.toFile()).start();
        try {
            int code = process.waitFor();
            System.err.println(consumer + " took " + (System.nanoTime() - began) / 1_000_000); return new Run(code, Files.readAllLines(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private PublishedBatch publish(Deliveries deliveries) {
        return new Publishing(broker.settings(), deliveries, database, (h, e) -> {}, new Tasks(database, CLOCK), CLOCK)
                .publishNext().orElseThrow();
    }
}
