package se.utfall.demo.partner;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** A package's {@code manifest.json}. Unknown fields are ignored; a required one that is missing or of another form refuses the package. */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;

    private Manifest(JsonNode json) {
        this.json = json;
    }

    static Manifest read(byte[] bytes) throws RefusedException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return new Manifest(json);
            }
        } catch (CharacterCodingException e) {
            throw new RefusedException("MANIFEST", "manifest.json är inte UTF-8.");
        } catch (IOException e) {
            throw new RefusedException("MANIFEST", "manifest.json är inte JSON.");
        }
        throw new RefusedException("MANIFEST", "manifest.json är inget objekt.");
    }

    /** What every package says: who, to whom, which. */
    void requireAbout(PackageId id, String sender, String recipient) throws RefusedException {
        requireText("format", "utfall-paket/1");
        requireText("paket", id.kind().word());
        requireText("order", id.order());
        requireText("avsandare", sender);
        requireText("mottagare", recipient);
        JsonNode sequence = required("sekvens");
        if (!sequence.isInt() || sequence.intValue() != id.sequence()) {
            throw broken("sekvens");
        }
        try {
            OffsetDateTime.parse(text("skapad"));
        } catch (DateTimeException e) {
            throw broken("skapad");
        }
    }

    private void requireText(String field, String expected) throws RefusedException {
        if (!text(field).equals(expected)) {
            throw new RefusedException("MANIFEST", "fältet " + field + " stämmer inte med filnamn och parter.");
        }
    }

    String text(String field) throws RefusedException {
        JsonNode value = required(field);
        if (!value.isTextual()) {
            throw broken(field);
        }
        return value.textValue();
    }

    /** Text that says something. */
    String words(String field) throws RefusedException {
        String text = text(field);
        if (text.isBlank()) {
            throw broken(field);
        }
        return text;
    }

    JsonNode list(String field) throws RefusedException {
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw broken(field);
        }
        return value;
    }

    JsonNode object(String field) throws RefusedException {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw broken(field);
        }
        return value;
    }

    LocalDate date(String field) throws RefusedException {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            throw broken(field);
        }
    }

    YearMonth month(String object, String field) throws RefusedException {
        try {
            return YearMonth.parse(object(object).path(field).asText());
        } catch (DateTimeException e) {
            throw broken(object + "." + field);
        }
    }

    private JsonNode required(String field) throws RefusedException {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            throw broken(field);
        }
        return value;
    }

    static RefusedException broken(String field) {
        return new RefusedException("MANIFEST", "fältet " + field + " saknas eller har fel form.");
    }
}
