package se.utfall.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.utfall.keys.SecretId;
import se.utfall.notice.Messages;

/**
 * The proof that an order was disposed of ({@code gallringsbevis}): who decided by which reference, when, and what was destroyed, by counts and hashes. Says as well what was
 * not destroyed, and why.
 */
record Certificate(
        DisposalEntry entry, Instant secretDestroyedAt, Instant endedAt, String secretsCopy, String signedBy) {
    static final String REPLACED = "REPLACED";
    static final String NONE = "NONE";
    private static final String FORMAT = "utfall-gallringsbevis/1";
    /** Each has words in the bundle. */
    private static final List<String> LEFT =
            List.of("left.partner", "left.consumers", "left.purpose", "left.ledgers", "left.copies");

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] json() {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("order", entry.order())
                .put("partner", entry.partner())
                .put("purpose", entry.purpose())
                .put("stateBefore", entry.state())
                .put("disposeBy", entry.disposeBy())
                .put("decision", entry.decision())
                .put("decidedBy", entry.decidedBy())
                .put("beganAt", entry.beganAt())
                .put("secret", SecretId.order(entry.order()).toString())
                .put("secretDestroyedAt", secretDestroyedAt.toString())
                .put("secretsCopy", secretsCopy)
                .put("endedAt", endedAt.toString())
                .put("persons", entry.ordered())
                .put("recallMarks", entry.recallMarks());
        ArrayNode deliveries = json.putArray("deliveries");
        entry.deliveries().forEach(deliveries::add);
        ObjectNode counts = json.putObject("fileCounts");
        entry.counted().forEach(counts::put);
        ArrayNode files = json.putArray("files");
        entry.files()
                .forEach(file -> files.addObject()
                        .put("what", file.what())
                        .put("name", file.name())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        ArrayNode left = json.putArray("left");
        LEFT.forEach(what -> left.add(what.substring("left.".length())));
        json.put("signedBy", signedBy);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for reading, ending with the hash of the JSON that is signed. */
    byte[] text(Locale locale, String sha256) {
        String files = entry.files().stream()
                .map(f -> "  " + f.sha256() + "  " + f.what() + "/" + f.name() + " (" + f.bytes() + ")")
                .collect(Collectors.joining("\n"));
        String counts = entry.counted().entrySet().stream()
                .map(e -> "  " + words(locale, "what." + e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
        String left = LEFT.stream().map(what -> "  - " + words(locale, what)).collect(Collectors.joining("\n"));
        String text = words(
                locale,
                "certificate",
                entry.order(),
                entry.partner(),
                entry.purpose(),
                entry.decision(),
                entry.decidedBy(),
                entry.beganAt(),
                secretDestroyedAt.toString(),
                endedAt.toString(),
                String.valueOf(entry.ordered()),
                String.valueOf(entry.recallMarks()),
                counts,
                words(locale, "copy." + secretsCopy),
                left,
                files,
                sha256,
                signedBy);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String words(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, "retention", key, arguments);
    }
}
