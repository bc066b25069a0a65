package se.utfall.demo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final String HASH = hash("abc");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws Exception {
        store = new Store(folder);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void hashesInSequenceWhateverCameFirst() throws Exception {
        store.frame(end("batch", 3, HASH));
        store.take("batch", 3, List.of(record("r3", 1, "c")));
        store.take("batch", 1, List.of(record("r1", 1, "a"), record("r2", 1, "b")));
        store.frame(start("batch", 3));

        JsonNode batch = closed();

        assertThat(batch.get("sha256").asText()).isEqualTo(HASH);
        assertThat(batch.get("equal").asBoolean()).isTrue();
        assertThat(batch.get("distinctRecords").asInt()).isEqualTo(3);
    }

    @Test
    void countsWhatComesAgainAndChangesNothing() throws Exception {
        store.take("batch", 1, List.of(record("r1", 1, "abc")));
        store.take("batch", 1, List.of(record("r1", 1, "abc")));
        store.frame(end("batch", 1, HASH));
        closed();
        store.take("batch", 1, List.of(record("r1", 1, "abc")));

        JsonNode batch = closed();

        assertThat(batch.get("duplicates").asInt()).isEqualTo(2);
        assertThat(batch.get("distinctRecords").asInt()).isEqualTo(1);
        assertThat(batch.get("equal").asBoolean()).isTrue();
    }

    @Test
    void keepsTheHigherVersionAndTellsWhenTheSameVersionHasOtherBytes() throws Exception {
        store.take("batch", 1, List.of(record("r1", 2, "new")));
        store.take("batch", 2, List.of(record("r1", 1, "old")));
        store.take("batch", 3, List.of(record("r1", 2, "other")));
        store.frame(end("batch", 3, hash("newoldother")));

        JsonNode batch = closed();

        assertThat(batch.get("stale").asInt()).isEqualTo(1);
        assertThat(batch.get("conflicts").asInt()).isEqualTo(1);
        assertThat(Report.of(store.connection()).sound()).isFalse();
    }

    @Test
    void waitsForTheMissing() throws Exception {
        store.take("batch", 1, List.of(record("r1", 1, "a")));
        store.frame(end("batch", 2, HASH));

        assertThat(closed().get("complete").asBoolean()).isFalse();
    }

    @Test
    void saysWhenTheHashDiffers() throws Exception {
        store.take("batch", 1, List.of(record("r1", 1, "a")));
        store.frame(end("batch", 1, HASH));

        assertThat(closed().get("equal").asBoolean()).isFalse();
        assertThat(Report.of(store.connection()).sound()).isFalse();
    }

    @Test
    void importsNothingOfTheHub() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "se.utfall.demo.consumer",
                        "java..",
                        "jakarta.jms..",
                        "org.apache..",
                        "com.fasterxml..",
                        "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.utfall.demo.consumer"));
    }

    private JsonNode closed() throws Exception {
        new Batches(store.connection()).complete();
        store.commit();
        return new ObjectMapper()
                .readTree(Report.of(store.connection()).line())
                .get("batches")
                .get(0);
    }

    private static Decoded record(String id, int version, String bytes) {
        return new Decoded(bytes.getBytes(StandardCharsets.UTF_8), id, version, "UPSERT", "SCB_BAS", "OBSERVED");
    }

    private static JsonNode start(String batch, int records) throws Exception {
        return end(batch, records, null);
    }

    private static JsonNode end(String batch, int records, String sha256) throws Exception {
        return new ObjectMapper()
                .createObjectNode()
                .put("batchId", batch)
                .put("deliveryId", "SCB-2026-001-L001")
                .put("form", "record")
                .put("records", records)
                .put("sha256", sha256);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
