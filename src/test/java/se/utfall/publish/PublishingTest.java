package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.audit.AuditEvent;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.outcome.OutcomeSchema;
import se.utfall.publish.PublishedBatch.Form;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

@Timeout(120)
class PublishingTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ANALYS = "utfall.uppfoljning.v1::uppfoljning.analys";
    private static final String LAGER = "utfall.uppfoljning.bulk.v1::uppfoljning.lager.bulk";

    @TempDir
    Path folder;

    private final List<AuditEvent> trail = new ArrayList<>();
    private BrokerSettings settings;
    private Database database;
    private Tasks tasks;
    private EmbeddedBroker broker;

    @BeforeEach
    void open() throws IOException {
        settings = Brokers.settings(folder);
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, CLOCK);
        broker = EmbeddedBroker.start(settings);
    }

    @AfterEach
    void close() {
        broker.close();
        database.close();
    }

    @Test
    void givesEachRecordTheContractsPropertiesAndNoOther() throws Exception {
        PublishedBatch batch = publishing(Deliveries.of(3)).publishNext().orElseThrow();

        Message second = drain("analys", ANALYS).get(2);

        String id = "00000000-0000-8002-0000-000000000002:2";
        Map<String, Object> expected = expected(batch, id, "se.utfall.outcome.upsert.v1", 2);
        expected.put("JMSXGroupID", "2");
        assertThat(Received.properties(second)).isEqualTo(expected);
        assertThat(second.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
    }

    @Test
    void framesTheBatchWithStartAndEnd() throws Exception {
        PublishedBatch batch = publishing(Deliveries.of(3)).publishNext().orElseThrow();

        List<Message> all = drain("analys", ANALYS);

        assertThat(all).hasSize(5);
        assertThat(Received.properties(all.get(0)))
                .isEqualTo(expected(batch, batch.batchId() + ":start", "se.utfall.outcome.batch.start.v1", 0));
        assertThat(Received.properties(all.get(4)))
                .isEqualTo(expected(batch, batch.batchId() + ":end", "se.utfall.outcome.batch.end.v1", 4));
        String common = "\"batchId\":\"" + batch.batchId() + "\",\"deliveryId\":\"SCB-2026-001-L001\","
                + "\"orderId\":\"SCB-2026-001\",\"purpose\":\"uppfoljning\",\"form\":\"record\",\"records\":3";
        assertThat(((TextMessage) all.get(0)).getText()).isEqualTo("{" + common + "}");
        assertThat(((TextMessage) all.get(4)).getText())
                .isEqualTo("{" + common + ",\"sha256\":\"" + batch.sha256() + "\"}");
    }

    @Test
    void hashesWhatItSent() throws Exception {
        PublishedBatch batch = publishing(Deliveries.of(2_500)).publishNext().orElseThrow();

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Message message : drain("analys", ANALYS)) {
            if (message instanceof BytesMessage bytes) {
                byte[] body = Received.body(bytes);
                assertThat(new OutcomeCodec().decode(body).deliveryId()).isEqualTo("SCB-2026-001-L001");
                digest.update(body, 10, body.length - 10);
            }
        }

        assertThat(batch.sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        assertThat(batch.doneAt()).isEqualTo(NOW);
        assertThat(batch.position()).isEqualTo(2_500);
    }

    @Test
    void goesOnWhereItDied() throws Exception {
        assertThatThrownBy(() -> publishing(Deliveries.of(2_500).dyingAt(1_700)).publishNext())
                .hasMessage("killed");
        PublishedBatch before = publishing(Deliveries.of(2_500)).list().get(0);
        assertThat(before.position()).isEqualTo(1_000);
        assertThat(before.doneAt()).isNull();

        PublishedBatch after = publishing(Deliveries.of(2_500)).publishNext().orElseThrow();

        assertThat(after.batchId()).isEqualTo(before.batchId());
        assertThat(Received.sequences(drain("analys", ANALYS))).isEqualTo(Received.range(2_502));
    }

    @Test
    void endsWhenTheOrderIsDisposedOfMeanwhile() throws Exception {
        Publishing other = publishing(Deliveries.of(2_500));
        Deliveries disposed = Deliveries.of(2_500)
                .disturbed(1_700, () -> other.forget(Deliveries.ORDER, List.of("SCB-2026-001-L001")));

        PublishedBatch ended = publishing(disposed).publishNext().orElseThrow();

        assertThat(ended.doneAt()).isNull();
        assertThat(drain("analys", ANALYS)).hasSizeLessThan(2_502);
        assertThat(publishing(Deliveries.of(2_500)).publishNext()).isEmpty();
        assertThat(trail).isEmpty();
    }

    @Test
    void sendsNothingTwiceWhenItDiedBetweenTheBrokersCommitAndThePosition() throws Exception {
        PublishedBatch whole = publishing(Deliveries.of(2_500)).publishNext().orElseThrow();
        List<Long> once = Received.sequences(drain("analys", ANALYS));
        assertThatThrownBy(() -> publishing(second().dyingAt(1_700)).publishNext())
                .hasMessage("killed");
        position("SCB-2026-001-L002", 501);

        publishing(second()).publishNext();
        position("SCB-2026-001-L002", 2_501);
        PublishedBatch again = publishing(second()).publishNext().orElseThrow();

        assertThat(Received.sequences(drain("analys", ANALYS))).isEqualTo(once).isEqualTo(Received.range(2_502));
        assertThat(again.batchId()).isNotEqualTo(whole.batchId());
        assertThat(again.sha256()).hasSize(64);
    }

    @Test
    void publishesEachDeliveryOnceOldestFirst() {
        Deliveries two = Deliveries.of(2).add(2, Brokers.PURPOSE, 0, 0);
        Publishing publishing = publishing(two);

        assertThat(publishing.publishNext().orElseThrow().deliveryId()).isEqualTo("SCB-2026-001-L001");
        assertThat(publishing.publishNext().orElseThrow().deliveryId()).isEqualTo("SCB-2026-001-L002");
        assertThat(publishing.publishNext()).isEmpty();
        assertThat(trail).extracting(AuditEvent::action).containsOnly("BATCH_PUBLISHED");
        assertThat(trail).extracting(AuditEvent::count).containsExactly(2L, 0L);
        assertThat(publishing.list()).hasSize(2).allMatch(b -> b.doneAt() != null);
    }

    @Test
    void publishesBlocksToConsumersThatTakeThem() throws Exception {
        broker.close();
        settings = Brokers.bothForms(folder);
        broker = EmbeddedBroker.start(settings);
        Publishing publishing = publishing(Deliveries.of(2_500));
        PublishedBatch records = publishing.publishNext().orElseThrow();
        PublishedBatch blocks = publishing.publishNext().orElseThrow();
        assertThat(publishing.publishNext()).isEmpty();

        List<Message> all = drain("lager", LAGER);

        assertThat(List.of(records.form(), blocks.form())).containsExactly(Form.RECORD, Form.BLOCK);
        assertThat(blocks.sha256()).isEqualTo(records.sha256());
        assertThat(blocks.batchId()).isNotEqualTo(records.batchId());
        assertThat(Received.sequences(all)).containsExactly(0L, 1L, 1_001L, 2_001L, 2_501L);
        assertThat(((TextMessage) all.get(0)).getText()).contains("\"form\":\"block\"");
        Map<String, Object> expected =
                expected(blocks, blocks.batchId() + ":2001", "se.utfall.outcome.block.v1", 2_001);
        expected.put("record_count", 500L);
        assertThat(Received.properties(all.get(3))).isEqualTo(expected);
        assertThat(Received.read((BytesMessage) all.get(3))).hasSize(500);
        assertThat(Received.body((BytesMessage) all.get(1)).length).isLessThan(100 << 10);
    }

    @Test
    void waitsWithATaskWhenNobodyIsThereToTakeTheRecords() {
        Publishing publishing = publishing(new Deliveries().add(1, "okand-mottagare", 3, 3));

        assertThat(publishing.publishNext()).isEmpty();

        assertThat(tasks.listOpen()).extracting(Task::code).containsExactly("PURPOSE_WITHOUT_CONSUMERS");
    }

    @Test
    void stopsADeliveryWhoseLedgerDoesNotCloseAndLetsTheNextGoOn() throws Exception {
        Deliveries deliveries = new Deliveries()
                .add(1, Brokers.PURPOSE, 5, 4)
                .add(2, Brokers.PURPOSE, 3, 4)
                .add(3, Brokers.PURPOSE, 1, 1);
        Publishing publishing = publishing(deliveries);

        assertThatThrownBy(publishing::publishNext).hasMessageContaining("RECORD_COUNT_DIFFERS");
        assertThatThrownBy(publishing::publishNext).hasMessageContaining("RECORD_COUNT_DIFFERS");
        assertThat(publishing.publishNext().orElseThrow().deliveryId()).isEqualTo("SCB-2026-001-L003");

        assertThat(publishing.publishNext()).isEmpty();
        assertThat(tasks.listOpen()).extracting(Task::code).containsOnly("RECORD_COUNT_DIFFERS");
        assertThat(drain("analys", ANALYS))
                .filteredOn(m -> Received.type(m).endsWith("end.v1"))
                .hasSize(1);
        assertThatThrownBy(() -> publishing(deliveries).publishNext()).hasMessageContaining("RECORD_COUNT_DIFFERS");
    }

    @Test
    void stopsARecordInWhichATextLooksLikeAPersonalNumber() throws Exception {
        Publishing publishing = publishing(Deliveries.of(1).codeSystem("v 19901114-5191"));

        assertThatThrownBy(publishing::publishNext)
                .hasMessageContaining("codeSystemVersion")
                .hasMessageNotContaining("5191");

        assertThat(drain("analys", ANALYS)).hasSize(1);
        assertThat(tasks.listOpen()).extracting(Task::code).containsExactly("FIELD_LOOKS_LIKE_A_NUMBER");
    }

    @Test
    void waitsForABrokerThatDoesNotAnswer() throws Exception {
        broker.close();
        Publishing publishing = publishing(Deliveries.of(3));
        assertThatThrownBy(publishing::publishNext).isInstanceOf(BrokerUnreachableException.class);

        broker = EmbeddedBroker.start(settings);
        publishing.publishNext();

        assertThat(drain("analys", ANALYS)).hasSize(5);
    }

    private Publishing publishing(Deliveries deliveries) {
        return new Publishing(settings, deliveries, database, (handle, event) -> trail.add(event), tasks, CLOCK);
    }

    private static Deliveries second() {
        return Deliveries.of(2_500).add(2, Brokers.PURPOSE, 2_500, 2_500);
    }

    private void position(String delivery, long nextSeq) {
        database.useTransaction(h -> h.createUpdate("UPDATE publish_batch SET next_seq = :seq, done_at = NULL,"
                        + " sha256 = NULL WHERE delivery_id = :delivery")
                .bind("seq", nextSeq)
                .bind("delivery", delivery)
                .execute());
    }

    private List<Message> drain(String user, String queue) throws JMSException {
        return Received.drain(settings, user, queue);
    }

    private static Map<String, Object> expected(PublishedBatch batch, String id, String type, long seq) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("cloudEvents_specversion", "1.0"),
                Map.entry("cloudEvents_id", id),
                Map.entry("cloudEvents_type", type),
                Map.entry("cloudEvents_source", "/order/SCB-2026-001"),
                Map.entry("cloudEvents_subject", "SCB-2026-001-L001"),
                Map.entry("cloudEvents_time", "2026-06-01T12:00:00.123Z"),
                Map.entry(
                        "cloudEvents_dataschema",
                        "urn:sha256:" + OutcomeSchema.get().sha256()),
                Map.entry("schema_version", "1"),
                Map.entry("schema_fp", OutcomeSchema.get().fingerprint()),
                Map.entry("batch_id", batch.batchId()),
                Map.entry("batch_seq", seq),
                Map.entry("purpose", "uppfoljning"),
                Map.entry("_AMQ_DUPL_ID", batch.batchId() + ":" + id)));
    }
}
