package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.register.Fact;
import se.utfall.register.FactType;

class RowReadingTest {
    private static final Instant EXTRACTED = Instant.parse("2026-03-01T01:00:00Z");
    private static final JsonNode DATA = yaml("rows.yaml");

    static JsonNode yaml(String name) {
        try (InputStream in = RowReadingTest.class.getResourceAsStream(name)) {
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static Stream<Named<JsonNode>> cases() {
        return StreamSupport.stream(DATA.required("cases").spliterator(), false)
                .map(c -> Named.of(c.required("name").asText(), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsARowAsTheTableSays(JsonNode expected) {
        RowOutcome row = read(expected.required("type").asText(), expected.required("set"));

        List<String> rejects = expected.has("rejects") ? Layouts.texts(expected.get("rejects")) : List.of();
        assertThat(row.faults().stream().map(f -> f.column() + ";" + f.code()))
                .containsExactlyInAnyOrderElementsOf(rejects);
        assertThat(row.rejected()).isEqualTo(!rejects.isEmpty());
        assertThat(row.bad()).isEqualTo(expected.path("bad").asBoolean(false));
        assertThat(row.unknownReasons()).containsExactlyInAnyOrderElementsOf(texts(expected, "flags"));
        assertThat(row.blocked()).containsExactlyInAnyOrderElementsOf(texts(expected, "blocked"));
        if (expected.path("keyless").asBoolean(false)) {
            assertThat(row.key()).isNull();
        }
    }

    @Test
    void keepsTheKeyOfARejectedRow() {
        RowOutcome row = read(
                "progression", YAMLMapper.builder().build().createObjectNode().put("varde", "x"));

        assertThat(row.rejected()).isTrue();
        assertThat(row.key()).isEqualTo("S_1/Q7");
    }

    @Test
    void countsMoneyInOre() {
        assertThat(Values.ore("1 234 567,50")).isEqualTo(123_456_750L);
        assertThat(Values.ore("-0,5")).isEqualTo(-50L);
        assertThat(Values.ore("7")).isEqualTo(700L);
    }

    @Test
    void givesTheFactWhatTheRowSays() {
        Fact fact =
                read("insats", YAMLMapper.builder().build().createObjectNode()).fact();

        assertThat(fact).isInstanceOfSatisfying(Fact.Measure.class, m -> {
            assertThat(m.key()).isEqualTo("M.1");
            assertThat(m.type()).isEqualTo("STOCKHOLMSJOBB");
            assertThat(m.end()).isEqualTo("2025-08-31");
            assertThat(m.percent()).isEqualTo(75);
            assertThat(m.interruption()).isNull();
            assertThat(m.stamp().changedAt()).isEqualTo("2025-09-01T09:00:00Z");
            assertThat(m.stamp().extractedAt()).isEqualTo(EXTRACTED);
        });
    }

    private static RowOutcome read(String typeName, JsonNode changes) {
        FactType type = FactType.valueOf(typeName.toUpperCase(java.util.Locale.ROOT));
        Layout layout = IntakeHouse.layout(type);
        List<String> values =
                new ArrayList<>(Layouts.texts(DATA.required("good").required(typeName)));
        changes.properties()
                .forEach(e ->
                        values.set(layout.place(e.getKey()), number(e.getValue().asText())));
        BlockList blocked = BlockList.load(Map.of("forsorjningshinder", Set.of("SJUKERSATTNING")));
        return new RowReading(layout, blocked, EXTRACTED, false).read(new CsvRow(2, values, 0));
    }

    /** Numbers that may not stand in a file: made here of a listed one. */
    private static String number(String text) {
        String alva = IntakeHouse.ALVA;
        return switch (text) {
            case "$twelveWithHyphen" -> alva.substring(0, 8) + "-" + alva.substring(8);
            case "$tenWithHyphen" -> alva.substring(2, 8) + "-" + alva.substring(8);
            case "$tenDigits" -> alva.substring(2);
            case "$future" -> "20" + alva.substring(2);
            case "$wrongCheckDigit" -> alva.substring(0, 11) + (char) ('0' + (alva.charAt(11) - '0' + 1) % 10);
            default -> text;
        };
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.has(field) ? Layouts.texts(node.get(field)) : List.of();
    }
}
