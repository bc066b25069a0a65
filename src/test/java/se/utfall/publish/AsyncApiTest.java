package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.notice.Tasks;
import se.utfall.outcome.OutcomeSchema;
import se.utfall.publish.BrokerSettings.ConsumerAccount;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** The AsyncAPI document says of every message what is sent, no less and no more. */
@Timeout(60)
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("docs/consumer/asyncapi.yaml");
    private static final JsonNode ROOT = read();

    @TempDir
    Path folder;

    @Test
    void namesEveryPropertyAndFieldThatIsSentAndNoOther() throws Exception {
        Map<String, Set<String>> headers = new TreeMap<>();
        Map<String, Set<String>> bodies = new TreeMap<>();
        for (JsonNode message : ROOT.at("/components/messages")) {
            String name = message.get("name").asText();
            headers.put(name, properties(message.get("headers")));
            if (message.path("contentType").asText().equals("application/json")) {
                bodies.put(name, properties(message.get("payload")));
            }
        }
        Map<String, Set<String>> sentHeaders = new TreeMap<>();
        Map<String, Set<String>> sentBodies = new TreeMap<>();

        for (Message message : sent()) {
            String type = Received.type(message);
            Set<String> names = new TreeSet<>(Received.properties(message).keySet());
            assertThat(sentHeaders.merge(type, names, (a, b) -> b)).isEqualTo(names);
            if (message instanceof TextMessage text) {
                Set<String> fields = new TreeSet<>();
                new ObjectMapper().readTree(text.getText()).fieldNames().forEachRemaining(fields::add);
                sentBodies.put(type, fields);
            }
        }

        assertThat(sentHeaders).isEqualTo(headers);
        assertThat(sentBodies).isEqualTo(bodies);
    }

    @Test
    void requiresEveryPropertyThatItNames() {
        for (JsonNode schema : ROOT.at("/components/schemas")) {
            if (schema.has("properties")) {
                Set<String> required = new TreeSet<>();
                schema.get("required").forEach(r -> required.add(r.asText()));
                assertThat(required).isEqualTo(properties(schema));
            }
        }
    }

    @Test
    void namesTheQueuesAsTheyAre() {
        assertThat(ROOT.at("/channels/records/address").asText()).isEqualTo(address(false));
        assertThat(ROOT.at("/channels/blocks/address").asText()).isEqualTo(address(true));
    }

    @Test
    void namesTheSchemaThatTheRecordsAreWrittenBy() throws IOException {
        Path schema = DOCUMENT.resolveSibling(
                ROOT.at("/components/schemas/record/schema/$ref").asText());

        assertThat(new Schema.Parser().parse(schema.toFile()).getName()).isEqualTo("OutcomeRecord");
        assertThat(OutcomeSchema.get().sha256())
                .isEqualTo(
                        java.util.HexFormat.of().formatHex(BatchReading.sha256().digest(Files.readAllBytes(schema))));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        assertThat(ROOT.findValuesAsText("$ref"))
                .hasSizeGreaterThan(20)
                .filteredOn(ref -> ref.startsWith("#"))
                .allSatisfy(ref -> assertThat(ROOT.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        assertThat(ROOT.get("asyncapi").asText()).isEqualTo("3.0.0");
    }

    private static String address(boolean bulk) {
        ConsumerAccount consumer = new ConsumerAccount("{consumer}", "user", DOCUMENT, bulk);
        return Addresses.data("{purpose}", consumer) + "::" + Addresses.queue("{purpose}", consumer);
    }

    /** Upserts and retractions, as records and as blocks. */
    private Iterable<Message> sent() throws Exception {
        BrokerSettings settings = Brokers.bothForms(folder);
        Deliveries deliveries = Deliveries.of(3).add(2, Brokers.PURPOSE, 2, 2).retracting(2);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
                Database database = TestDatabase.open(folder)) {
            assertThat(broker.server().isActive()).isTrue();
            Clock clock = Clock.systemUTC();
            Publishing publishing =
                    new Publishing(settings, deliveries, database, (h, e) -> {}, new Tasks(database, clock), clock);
            while (publishing.publishNext().isPresent()) {
                // until all are out
            }
            var all = Received.drain(settings, "analys", "utfall.uppfoljning.v1::uppfoljning.analys");
            all.addAll(Received.drain(settings, "lager", "utfall.uppfoljning.bulk.v1::uppfoljning.lager.bulk"));
            return all;
        }
    }

    /** Of a schema and everything it consists of. */
    private static Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        if (schema.has("$ref")) {
            names.addAll(properties(ROOT.at(schema.get("$ref").asText().substring(1))));
        }
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(part -> names.addAll(properties(part)));
        return names;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
