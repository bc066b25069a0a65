package se.utfall.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.utfall.register.FactType;

/** What {@code X.csv.klar} says about {@code X.csv} (contract 1). Unknown fields are ignored; a missing or ill-formed one refuses the file. */
record Manifest(FactType type, int rows, String sha256, Instant extractedAt, boolean full) {
    static final int LARGEST = 1 << 16;
    private static final int LAYOUT = 1;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Manifest read(byte[] bytes, FileName name) {
        JsonNode root = parse(bytes);
        if (number(root, "layout") != LAYOUT) {
            throw FileRefusedException.in(FileFault.MANIFEST_LAYOUT, 0, "layout");
        }
        String file = text(root, "fil", s -> true);
        if (!file.equals(name.text())) {
            throw FileRefusedException.in(FileFault.MANIFEST_FIL, 0, "fil");
        }
        if (!text(root, "typ", s -> true).equals(name.type().fileType())) {
            throw FileRefusedException.in(FileFault.MANIFEST_TYP, 0, "typ");
        }
        int rows = number(root, "rader");
        String hash = text(root, "sha256", HASH.asMatchPredicate());
        Instant extractedAt = Values.time(text(root, "uttagstid", s -> Values.time(s) != null));
        boolean full = text(root, "omfattning", s -> s.equals("full") || s.equals("delta"))
                .equals("full");
        if (extractedAt == null) {
            throw missing("uttagstid");
        }
        return new Manifest(name.type(), rows, hash, extractedAt.truncatedTo(ChronoUnit.MILLIS), full);
    }

    /** Everything that decides what the file does, as one text: two manifests that say the same are the same. */
    String meaning() {
        return String.join("|", type.name(), Integer.toString(rows), sha256, extractedAt.toString(), full + "");
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode root = text.startsWith("\uFEFF") || bytes.length > LARGEST ? null : JSON.readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (CharacterCodingException | JacksonException e) {
            // no cause on purpose: the parser's message quotes the text
        }
        throw FileRefusedException.of(FileFault.MANIFEST_JSON);
    }

    private static String text(JsonNode root, String field, Predicate<String> form) {
        JsonNode node = root.get(field);
        if (node == null || !node.isTextual() || !form.test(node.textValue())) {
            throw missing(field);
        }
        return node.textValue();
    }

    private static int number(JsonNode root, String field) {
        JsonNode node = root.get(field);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw missing(field);
        }
        return node.intValue();
    }

    private static FileRefusedException missing(String field) {
        return FileRefusedException.in(FileFault.MANIFEST_FALT, 0, field);
    }
}
