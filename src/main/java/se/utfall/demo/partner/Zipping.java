package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package's zip: the manifest first, then the files it lists. Files are written twice, first to be measured, so that they need never lie anywhere. */
final class Zipping {
    static final String EXTRA = "extra.csv";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Zipping() {}

    /** A file under way: what was measured of it, and how to write it again. */
    record Part(String name, long rows, String sha256, long crc, long size, Sealing.Content content) {}

    /** The fields that every package has; the kind's own come after. */
    static ObjectNode manifest(PackageId id, String sender, String recipient, Clock clock, List<Part> parts) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", "utfall-paket/1")
                .put("paket", id.kind().word())
                .put("order", id.order())
                .put("sekvens", id.sequence())
                .put("avsandare", sender)
                .put("mottagare", recipient)
                .put(
                        "skapad",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(Reading.STOCKHOLM)
                                .toOffsetDateTime()));
        ArrayNode files = json.putArray("filer");
        for (Part part : parts) {
            files.addObject().put("namn", part.name()).put("rader", part.rows()).put("sha256", part.sha256());
        }
        return json;
    }

    /**
     * Writes the zip, stored or deflated.
     *
     * @param smuggled with one more file than the manifest lists
     */
    static void write(ObjectNode manifest, List<Part> parts, boolean deflated, boolean smuggled, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        byte[] first = JSON.writeValueAsBytes(manifest);
        deflated(zip, "manifest.json");
        zip.write(first);
        for (Part part : parts) {
            if (deflated) {
                deflated(zip, part.name());
            } else {
                stored(zip, part);
            }
            part.content().to(zip);
        }
        if (smuggled) {
            deflated(zip, EXTRA);
            zip.write("lopnr\n".getBytes(StandardCharsets.US_ASCII));
        }
        zip.finish();
        zip.flush();
    }

    private static void deflated(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private static void stored(ZipOutputStream zip, Part part) throws IOException {
        ZipEntry entry = new ZipEntry(part.name());
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(ENTRY_TIME);
        entry.setSize(part.size());
        entry.setCrc(part.crc());
        zip.putNextEntry(entry);
    }
}
