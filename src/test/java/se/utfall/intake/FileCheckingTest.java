package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileCheckingTest {
    @TempDir
    Path folder;

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(RowReadingTest.yaml("files.yaml").spliterator(), false)
                .map(c -> Named.of(c.required("name").asText(), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesOrRefusesAFileAsTheTableSays(JsonNode expected) {
        try (IntakeHouse house = IntakeHouse.open(folder)) {
            FileReport received = receive(house, expected);
            house.loadAll();
            FileReport report = house.reports.get(received.id());

            if (expected.has("code")) {
                refused(house, report, expected);
            } else {
                loaded(house, report, expected);
            }
            assertThat(folder.resolve("inbox")).isEmptyDirectory();
        }
    }

    private static void refused(IntakeHouse house, FileReport report, JsonNode expected) {
        assertThat(report.state()).isEqualTo(FileReport.State.QUARANTINED);
        assertThat(report.code()).isEqualTo(expected.get("code").asText());
        assertThat(house.currentKeys()).isEmpty();
        assertThat(house.openTasks()).containsExactly(Ledger.SET_ASIDE);
        assertThat(house.intake.findings(report)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(report.code());
            assertThat(f.line()).isEqualTo(expected.path("line").asInt(0));
            assertThat(f.column()).isEqualTo(expected.path("column").asText(""));
            assertThat(f.amount()).isEqualTo(expected.path("amount").asLong(0));
        });
    }

    private static void loaded(IntakeHouse house, FileReport report, JsonNode expected) {
        List<String> rejects = expected.has("rejects") ? Layouts.texts(expected.get("rejects")) : List.of();
        assertThat(report.state()).isEqualTo(FileReport.State.LOADED);
        assertThat(report.balanced()).isTrue();
        assertThat(report.rows()).isEqualTo(expected.get("rows").asInt());
        assertThat(report.loaded()).isEqualTo(expected.get("loaded").asInt());
        assertThat(report.trimmed()).isEqualTo(expected.path("trimmed").asInt(0));
        assertThat(house.rejects(report)).containsExactlyElementsOf(rejects);
        assertThat(house.openTasks()).isEmpty();
    }

    private static FileReport receive(IntakeHouse house, JsonNode expected) {
        String name = expected.path("file").asText("avslut_20260301_001.csv");
        byte[] content = latin(fill(expected.get("text").asText()));
        Map<String, @Nullable Object> changes = new HashMap<>();
        expected.path("set")
                .properties()
                .forEach(e ->
                        changes.put(e.getKey(), JsonMapper.builder().build().convertValue(e.getValue(), Object.class)));
        byte[] manifest =
                IntakeHouse.manifest(name, content, expected.get("rows").asInt(), changes);
        if (expected.has("manifest")) {
            String text = new String(manifest, StandardCharsets.ISO_8859_1);
            manifest = latin(expected.get("manifest").asText().replace("$manifest", text));
        }
        return house.receive(expected.path("source").asText(IntakeHouse.SOURCE), name, content, manifest);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String fill(String text) {
        String changed = "2026-02-02T10:00:00+01:00";
        return text.replace("$header", IntakeHouse.HEADER)
                .replace("$good1", IntakeHouse.exit(IntakeHouse.ALVA, "E-1", changed))
                .replace("$good2", IntakeHouse.exit(IntakeHouse.BO, "E-2", changed))
                .replace("$bad2", IntakeHouse.BO + ";E-2;2026-02-30;;;" + changed + ";");
    }
}
