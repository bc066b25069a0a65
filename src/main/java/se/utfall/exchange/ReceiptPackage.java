package se.utfall.exchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip of a {@code kvittens} (contract 2): a manifest and nothing else; codes and hashes only, so nobody need approve it. */
final class ReceiptPackage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReceiptPackage() {}

    static byte[] zip(JdbcReceipts.Prepared receipt, String self) {
        try {
            byte[] manifest = JSON.writeValueAsBytes(manifest(receipt, self));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(entry(manifest));
                zip.write(manifest);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode manifest(JdbcReceipts.Prepared receipt, String self) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", PackageManifest.FORMAT)
                .put("paket", "kvittens")
                .put("order", receipt.order().value())
                .put("sekvens", receipt.sequence())
                .put("avsandare", self)
                .put("mottagare", receipt.partner())
                .put("skapad", time(receipt.at()));
        json.putArray("filer");
        return json.put("avser", receipt.about().fileName())
                .put("sha256", receipt.sha256())
                .put("status", receipt.status())
                .put("orsak", receipt.reason());
    }

    private static ZipEntry entry(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(PackageManifest.NAME);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(ENTRY_TIME);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM).toOffsetDateTime());
    }
}
