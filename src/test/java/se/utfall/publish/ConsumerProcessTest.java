package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.notice.Tasks;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** A consumer that others could have written, in a process of its own, against the hub's broker. */
@Timeout(180)
class ConsumerProcessTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private BrokerSettings settings;
    private Database database;
    private EmbeddedBroker broker;

    @BeforeEach
    void open() throws IOException {
        settings = Brokers.bothForms(folder);
        database = TestDatabase.open(folder);
        broker = EmbeddedBroker.start(settings);
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        broker.close();
        database.close();
    }

    @Test
    void countsAndHashesWhatTheHubSent() throws Exception {
        PublishedBatch batch = publish(Deliveries.of(1_500));

        Process consumer = consumer("analys", "utfall.uppfoljning.v1::uppfoljning.analys", "--until-batches", "1");

        assertThat(consumer.waitFor()).isZero();
        JsonNode report = report("analys");
        JsonNode seen = report.get("batches").get(0);
        assertThat(seen.get("batchId").asText()).isEqualTo(batch.batchId());
        assertThat(seen.get("sha256").asText()).isEqualTo(batch.sha256());
        assertThat(seen.get("equal").asBoolean()).isTrue();
        assertThat(seen.get("records").asLong()).isEqualTo(1_500);
        assertThat(seen.get("distinctRecords").asLong()).isEqualTo(1_500);
        assertThat(seen.get("duplicates").asLong()).isZero();
        assertThat(seen.get("byRegister").toString())
                .isEqualTo("{\"SCB_BAS\":{\"NOT_LINKED\":250,\"OBSERVED\":500},"
                        + "\"SOS_EKB\":{\"NOT_LINKED\":250,\"OBSERVED\":500}}");
        assertThat(report.get("records").asLong()).isEqualTo(1_500);
    }

    @Test
    void readsBlocks() throws Exception {
        Deliveries deliveries = Deliveries.of(1_500);
        PublishedBatch records = publish(deliveries);
        PublishedBatch blocks = publish(deliveries);

        Process consumer = consumer(
                "lager",
                "utfall.uppfoljning.bulk.v1::uppfoljning.lager.bulk",
                "--deliveries",
                "SCB-2026-001-L001",
                "--idle-seconds",
                "60");

        assertThat(consumer.waitFor()).isZero();
        JsonNode seen = report("lager").get("batches").get(0);
        assertThat(seen.get("batchId").asText()).isEqualTo(blocks.batchId());
        assertThat(seen.get("sha256").asText()).isEqualTo(records.sha256());
        assertThat(seen.get("form").asText()).isEqualTo("block");
        assertThat(seen.get("distinctRecords").asLong()).isEqualTo(1_500);
    }

    @Test
    void leavesWithACodeOfItsOwnWhenSomethingIsMissingOrRefused() throws Exception {
        Process waiting = consumer(
                "analys", "utfall.uppfoljning.v1::uppfoljning.analys", "--until-batches", "1", "--idle-seconds", "1");
        assertThat(waiting.waitFor()).isEqualTo(1);

        Process stranger = consumer("lager", "utfall.uppfoljning.v1::uppfoljning.analys", "--until-batches", "1");
        assertThat(stranger.waitFor()).isEqualTo(4);
    }

    @Tag("slow")
    @Test
    void losesAndDoublesNothingWhenItIsKilledAndTheHubGoesAway() throws Exception {
        Deliveries deliveries = Deliveries.of(20_000);
        Process first = consumer("analys", "utfall.uppfoljning.v1::uppfoljning.analys", "--until-batches", "1");
        PublishedBatch batch = publish(deliveries);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("state-analys/consumer.db-wal"))
                        && Files.size(folder.resolve("state-analys/consumer.db-wal")) > 500_000);
        first.destroyForcibly().waitFor();

        Process second = consumer("analys", "utfall.uppfoljning.v1::uppfoljning.analys", "--until-batches", "1");
        broker.close();
        assertThat(second.waitFor(2, TimeUnit.SECONDS)).isFalse();
        broker = EmbeddedBroker.start(settings);

        assertThat(second.waitFor()).isZero();
        JsonNode report = report("analys");
        assertThat(report.get("batches").get(0).get("sha256").asText()).isEqualTo(batch.sha256());
        assertThat(report.get("records").asLong()).isEqualTo(20_000);
    }

    private PublishedBatch publish(Deliveries deliveries) {
        Tasks tasks = new Tasks(database, CLOCK);
        return new Publishing(settings, deliveries, database, (handle, event) -> {}, tasks, CLOCK)
                .publishNext()
                .orElseThrow();
    }

    private Process consumer(String user, String queue, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "se.utfall.demo.consumer.Consumer"));
        command.addAll(List.of("--url", settings.url(), "--user", user, "--queue", queue, "--json"));
        command.addAll(
                List.of("--password-file", folder.resolve(user + ".password").toString()));
        command.addAll(List.of(
                "--schema",
                Path.of("schemas/outcome-record.avsc").toAbsolutePath().toString()));
        command.addAll(List.of("--state", folder.resolve("state-" + user).toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("consumer.err").toFile())
                .redirectOutput(folder.resolve(user + ".json").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private JsonNode report(String user) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(user + ".json").toFile());
    }
}
