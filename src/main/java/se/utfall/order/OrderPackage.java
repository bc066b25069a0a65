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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip of a {@code bestallning} (contract 2): {@code manifest.json}, then its files, stored, with fixed times: the same input gives the same bytes. */
final class OrderPackage {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String recipient;
    private final List<Measured> files;
    private final byte[] manifest;

    private OrderPackage(OrderRow order, String recipient, String sender, List<ContentFile> content, Fields fields)
            throws IOException {
        this.recipient = recipient;
        this.files = new ArrayList<>();
        for (ContentFile file : content) {
            Digested digested = new Digested();
            file.content().write(digested);
            files.add(new Measured(file, digested.size(), digested.crc(), digested.sha256()));
        }
        this.manifest = manifest(order, sender, fields).getBytes(StandardCharsets.UTF_8);
    }

    /** A file that was written once to be measured. */
    private record Measured(ContentFile file, long size, long crc, String sha256) {}

    /** What a manifest says of its kind. */
    @FunctionalInterface
    private interface Fields {
        void put(ObjectNode json, OrderTerms terms);
    }

    /** To who keeps the registers: the numbers; of a study nothing else. */
    static OrderPackage numbers(OrderRow order, String recipient, String sender, List<Member> members)
            throws IOException {
        boolean study = order.file().study() != null;
        ContentFile file =
                new ContentFile(PopulationCsv.NAME, members.size(), to -> PopulationCsv.write(members, study, to));
        return new OrderPackage(order, recipient, sender, List.of(file), OrderPackage::registers);
    }

    /** To a study's researchers: everything but the numbers. */
    static OrderPackage content(OrderRow order, String sender, List<ContentFile> files) throws IOException {
        return new OrderPackage(order, order.file().partner(), sender, files, (json, terms) -> period(json, terms));
    }

    String recipient() {
        return recipient;
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
        for (Measured measured : files) {
            entry(zip, measured.file().name(), measured.size(), measured.crc());
            measured.file().content().write(zip);
        }
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

    private String manifest(OrderRow order, String sender, Fields fields) throws JsonProcessingException {
        OrderTerms terms = order.terms();
        ObjectNode json = JSON.createObjectNode()
                .put("format", "utfall-paket/1")
                .put("paket", "bestallning")
                .put("order", order.id().value())
                .put("sekvens", order.sequence())
                .put("avsandare", sender)
                .put("mottagare", recipient)
                .put("skapad", time(order.freezeMoment()));
        ArrayNode listed = json.putArray("filer");
        for (Measured measured : files) {
            listed.addObject()
                    .put("namn", measured.file().name())
                    .put("rader", measured.file().rows())
                    .put("sha256", measured.sha256());
        }
        json.put("andamal", terms.purposeText()).put("beslut", terms.decision());
        fields.put(json, terms);
        json.put("gallras", terms.disposeBy().toString());
        if (terms.partnerReference() != null) {
            json.put("partnerref", terms.partnerReference());
        }
        return JSON.writeValueAsString(json);
    }

    private static void registers(ObjectNode json, OrderTerms terms) {
        ArrayNode registers = json.putArray("register");
        ObjectNode variables = json.putObject("variabler");
        terms.variables().forEach((register, names) -> {
            registers.add(register.name());
            ArrayNode ordered = variables.putArray(register.name());
            names.forEach(ordered::add);
        });
        period(json, terms);
        json.put("leveranssatt", terms.deliveryMode().word());
    }

    private static void period(ObjectNode json, OrderTerms terms) {
        json.putObject("period")
                .put("fran", terms.from().toString())
                .put("till", terms.to().toString());
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM).toOffsetDateTime());
    }
}
