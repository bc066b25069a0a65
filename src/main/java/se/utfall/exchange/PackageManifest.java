package se.utfall.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A package's {@code manifest.json} (contract 2): what every kind has, checked; the kind's own fields are for whoever reads the kind. */
record PackageManifest(JsonNode json, Map<String, ListedFile> files) {
    static final String NAME = "manifest.json";
    static final String FORMAT = "utfall-paket/1";
    private static final int LARGEST = 1 << 20;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A file as the manifest lists it. */
    record ListedFile(long rows, String sha256) {}

    static PackageManifest read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Fault.MANIFEST_FEL.refusal("> 1 MiB");
        }
        JsonNode json = parse(bytes);
        if (!text(json, "format").equals(FORMAT)) {
            throw Fault.MANIFEST_FORMAT.refusal(FORMAT);
        }
        requireTime(text(json, "skapad"));
        return new PackageManifest(json, files(json));
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (CharacterCodingException e) {
            throw Fault.MANIFEST_FEL.refusal("UTF-8");
        } catch (JsonProcessingException e) {
            throw Fault.MANIFEST_FEL.refusal("JSON");
        }
        throw Fault.MANIFEST_FEL.refusal("JSON");
    }

    private static void requireTime(String text) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw Fault.MANIFEST_FEL.refusal("skapad");
        }
    }

    private static Map<String, ListedFile> files(JsonNode json) {
        JsonNode listed = json.path("filer");
        if (!listed.isArray()) {
            throw Fault.MANIFEST_FEL.refusal("filer");
        }
        Map<String, ListedFile> files = new LinkedHashMap<>();
        for (JsonNode entry : listed) {
            String name = text(entry, "namn");
            JsonNode rows = entry.path("rader");
            String sha256 = text(entry, "sha256");
            boolean good = FILE_NAME.matcher(name).matches()
                    && !name.equals(NAME)
                    && rows.isIntegralNumber()
                    && rows.canConvertToLong()
                    && rows.longValue() >= 0
                    && SHA256.matcher(sha256).matches();
            if (!good || files.put(name, new ListedFile(rows.longValue(), sha256)) != null) {
                throw Fault.MANIFEST_FEL.refusal("filer");
            }
        }
        return files;
    }

    /** Order, kind and sequence as the manifest has them; another package's name is a refusal of its own, decided by whoever knows what came before. */
    PackageName name() {
        JsonNode sequence = json.path("sekvens");
        String paket = text(json, "paket");
        if (!sequence.isIntegralNumber() || !sequence.canConvertToInt()) {
            throw Fault.MANIFEST_FEL.refusal("sekvens");
        }
        String name = String.format(Locale.ROOT, "%s_%s_%03d.zip.pgp", text(json, "order"), paket, sequence.intValue());
        return PackageName.parse(name).orElseThrow(() -> Fault.MANIFEST_FEL.refusal("order, paket, sekvens"));
    }

    void requireBetween(String sender, String recipient) {
        if (!text(json, "avsandare").equals(sender)) {
            throw Fault.MANIFEST_AVSANDARE.refusal(sender);
        }
        if (!text(json, "mottagare").equals(recipient)) {
            throw Fault.MANIFEST_MOTTAGARE.refusal(recipient);
        }
    }

    /** A required text field of any object of the manifest. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw Fault.MANIFEST_FEL.refusal(field);
        }
        return value.textValue();
    }
}
