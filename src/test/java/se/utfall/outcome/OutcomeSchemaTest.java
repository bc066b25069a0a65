package se.utfall.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class OutcomeSchemaTest {
    private static final Path FILE = Path.of("schemas/outcome-record.avsc");
    private final Schema schema = OutcomeSchema.get().schema();

    @Test
    void isFullyCompatibleWithEveryReleasedVersion() throws IOException {
        List<Schema> released = released();

        assertThat(released).isNotEmpty();
        for (Schema other : released) {
            assertThat(reads(schema, other)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(reads(other, schema)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
    }

    @Test
    void releasesAnyChangedSchemaUnderANewVersion() throws IOException {
        Path same = FILE.resolveSibling(
                "released/outcome-record-" + OutcomeSchema.get().version() + ".avsc");

        assertThat(Files.readAllBytes(same)).isEqualTo(Files.readAllBytes(FILE));
    }

    @Test
    void documentsEveryFieldAndType() {
        assertThat(all(schema))
                .allSatisfy(s -> assertThat(s.getDoc()).as(s.getFullName()).isNotBlank());
        assertThat(fields()).allSatisfy(f -> assertThat(f.doc()).as(f.name()).isNotBlank());
    }

    @Test
    void givesEveryEnumADefaultAndEveryNullableFieldTheDefaultNull() {
        assertThat(all(schema))
                .filteredOn(s -> s.getType() == Schema.Type.ENUM)
                .hasSizeGreaterThan(8)
                .allSatisfy(s -> assertThat(s.getEnumDefault())
                        .as(s.getName())
                        .isIn("UNKNOWN", "OTHER")
                        .isIn(s.getEnumSymbols()));
        assertThat(fields()).filteredOn(f -> f.schema().isNullable()).allSatisfy(f -> {
            assertThat(f.schema().getTypes().get(0).getType()).as(f.name()).isEqualTo(Schema.Type.NULL);
            assertThat(f.hasDefaultValue()).as(f.name()).isTrue();
        });
    }

    @Test
    void makesEveryFieldOfTheOutcomeBlocksNullable() {
        for (String block : List.of("employment", "studies", "socialAssistance", "unemployment", "income")) {
            Schema.Field field = schema.getField(block);
            assertThat(field.schema().isNullable()).as(block).isTrue();
            assertThat(field.schema().getTypes().get(1).getFields())
                    .allSatisfy(f ->
                            assertThat(f.schema().isNullable()).as(f.name()).isTrue());
        }
    }

    @Test
    void usesShortAsciiNamesAndNoFieldForAPersonalNumber() {
        assertThat(fields())
                .extracting(Schema.Field::name)
                .allSatisfy(name -> assertThat(name)
                        .matches("[A-Za-z][A-Za-z0-9_]{0,31}")
                        .doesNotContainIgnoringCase("personnummer")
                        .doesNotContainIgnoringCase("personalNumber")
                        .doesNotContainIgnoringCase("ssn")
                        .doesNotContainIgnoringCase("lopnr"));
    }

    @Test
    void showsItsFingerprintMostSignificantFirstAndTheHashOfItsBytes() throws Exception {
        byte[] bytes = Files.readAllBytes(FILE);

        assertThat(OutcomeSchema.get().bytes()).isEqualTo(bytes);
        assertThat(OutcomeSchema.get().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(OutcomeSchema.get().fingerprint())
                .isEqualTo("%016x".formatted(SchemaNormalization.parsingFingerprint64(schema)));
    }

    private static SchemaCompatibilityType reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static List<Schema> released() throws IOException {
        try (Stream<Path> files = Files.list(FILE.resolveSibling("released"))) {
            List<Schema> schemas = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
                schemas.add(new Schema.Parser().parse(file.toFile()));
            }
            return schemas;
        }
    }

    private List<Schema.Field> fields() {
        return all(schema).stream()
                .filter(s -> s.getType() == Schema.Type.RECORD)
                .flatMap(s -> s.getFields().stream())
                .toList();
    }

    /** Every named type in the schema. */
    private static List<Schema> all(Schema of) {
        List<Schema> named = new ArrayList<>();
        collect(of, named);
        return named;
    }

    private static void collect(Schema of, List<Schema> named) {
        switch (of.getType()) {
            case RECORD -> {
                named.add(of);
                of.getFields().forEach(f -> collect(f.schema(), named));
            }
            case ENUM -> named.add(of);
            case UNION -> of.getTypes().forEach(t -> collect(t, named));
            case ARRAY -> collect(of.getElementType(), named);
            default -> {
                assertThat(of.getType()).isNotEqualTo(Schema.Type.MAP);
            }
        }
    }
}
