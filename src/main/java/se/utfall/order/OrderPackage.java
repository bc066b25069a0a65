package se.utfall.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip of a {@code bestallning} (contract 2): {@code manifest.json}, then {@code population.csv}, stored, with fixed times: the same input gives the same bytes. */
final class OrderPackage {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<Member> members;
    private final byte[] manifest;
    private final Digested csv;

    OrderPackage(OrderRow order, String sender, Instant createdAt, List<Member> members) throws IOException {
        this.members = members;
        this.csv = new Digested();
        PopulationCsv.write(members, csv);
        this.manifest = manifest(order, sender, createdAt).getBytes(StandardCharsets.UTF_8);
    }

    String manifestSha256() {
        return Digested.sha256(manifest);
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        CRC32 crc = new CRC32();
        crc.update(manifest);
        entry(zip, "manifest.json", manifest.length, crc.getValue());
        zip.write(manifest);
        entry(zip, PopulationCsv.NAME, csv.size(), csv.crc());
        PopulationCsv.write(members, zip);
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, long size, long crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(ENTRY_TIME);
        entry.setSize(size);
        entry.setCrc(crc);
        zip.putNextEntry(entry);
    }

    private String manifest(OrderRow order, String sender, Instant createdAt) throws JsonProcessingException {
        OrderTerms terms = order.terms();
        ObjectNode json = JSON.createObjectNode()
                .put("format", "utfall-paket/1")
                .put("paket", "bestallning")
                .put("order", order.id().value())
                .put("sekvens", order.sequence())
                .put("avsandare", sender)
                .put("mottagare", terms.partner())
                .put("skapad", time(createdAt));
        ObjectNode file = json.putArray("filer").addObject();
        file.put("namn", PopulationCsv.NAME).put("rader", members.size()).put("sha256", csv.sha256());
        json.put("andamal", terms.purposeText()).put("beslut", terms.decision());
        ArrayNode registers = json.putArray("register");
        ObjectNode variables = json.putObject("variabler");
        terms.variables().forEach((register, names) -> {
            registers.add(register.name());
            ArrayNode ordered = variables.putArray(register.name());
            names.forEach(ordered::add);
        });
        json.putObject("period")
                .put("fran", terms.from().toString())
                .put("till", terms.to().toString());
        json.put("leveranssatt", terms.deliveryMode().word())
                .put("gallras", terms.disposeBy().toString());
        if (terms.partnerReference() != null) {
            json.put("partnerref", terms.partnerReference());
        }
        return JSON.writeValueAsString(json);
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM).toOffsetDateTime());
    }
}
