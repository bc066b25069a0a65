package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package as a test makes or reads it: manifest and files, which may be bent in every way. */
final class TestPackage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String fileName;
    final ObjectNode manifest;
    final Map<String, byte[]> files;
    private boolean manifestLast;

    private TestPackage(String fileName, ObjectNode manifest, Map<String, byte[]> files) {
        this.fileName = fileName;
        this.manifest = manifest;
        this.files = files;
    }

    static TestPackage of(String order, String kind, int sequence) {
        ObjectNode manifest = JSON.createObjectNode()
                .put("format", "utfall-paket/1")
                .put("paket", kind)
                .put("order", order)
                .put("sekvens", sequence)
                .put("avsandare", "AMF")
                .put("mottagare", "SCB")
                .put("skapad", "2026-11-24T13:00:00+01:00");
        manifest.putArray("filer");
        String name = String.format(Locale.ROOT, "%s_%s_%03d.zip.pgp", order, kind, sequence);
        return new TestPackage(name, manifest, new LinkedHashMap<>());
    }

    static TestPackage order(String csv) {
        return order("SCB-2026-001", 1, csv);
    }

    static TestPackage order(String order, int sequence, String csv) {
        TestPackage made = of(order, "bestallning", sequence).with("population.csv", csv);
        made.manifest
                .put("andamal", "Uppföljning")
                .put("beslut", "AMN 2026/123")
                .put("leveranssatt", "FIL")
                .put("gallras", "2031-12-31");
        made.manifest.putArray("register").add("BAS").add("EKB");
        ObjectNode variables = made.manifest.putObject("variabler");
        strings(variables.putArray("BAS"), "SyssStat", "KommunalInsats", "Subv", "AntalArbetsgivare", "Sni2");
        strings(
                variables.putArray("EKB"),
                "Bistand",
                "HushallBelopp",
                "HushallPersoner",
                "Forsorjningshinder",
                "Avslutsorsak");
        made.manifest.putObject("period").put("fran", "2023-01").put("till", "2026-06");
        return made;
    }

    /** Of LISA and AF. */
    static TestPackage ofYearsAndService(String csv) {
        TestPackage made = order(csv);
        made.manifest.putArray("register").add("LISA").add("AF");
        ObjectNode variables = made.manifest.putObject("variabler");
        strings(
                variables.putArray("LISA"),
                "LoneInk",
                "ForvInk",
                "DispInk04",
                "SocBidrPersF",
                "ArbLos",
                "ALosDag",
                "AmPol",
                "StudDelt",
                "Sun2020Niva",
                "Sun2020Niva_Old");
        strings(
                variables.putArray("AF"),
                "Inskriven",
                "SKAT",
                "OppetDagar",
                "ProgramDagar",
                "Programkod",
                "Akassa",
                "Aktivitetsstod");
        return made;
    }

    static TestPackage recall(String order, int sequence, String csv) {
        TestPackage made = of(order, "aterkallelse", sequence).with("lopnr.csv", csv);
        made.manifest.put("avser", order + "_bestallning_001.zip.pgp").put("orsak", "SKYDDAD");
        return made;
    }

    static TestPackage receipt(String order, int sequence, String about, String sha256, String status) {
        TestPackage made = of(order, "kvittens", sequence);
        made.manifest
                .put("avser", about)
                .put("sha256", sha256)
                .put("status", status)
                .put("orsak", status.equals("AVVISAD") ? "HASH: fel." : "");
        return made;
    }

    private static void strings(ArrayNode array, String... values) {
        for (String value : values) {
            array.add(value);
        }
    }

    TestPackage with(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        files.put(name, bytes);
        manifest.withArray("filer")
                .addObject()
                .put("namn", name)
                .put("rader", content.lines().count() - 1)
                .put("sha256", hash(bytes));
        return this;
    }

    /** Not in the manifest. */
    TestPackage smuggling(String name) {
        files.put(name, new byte[] {'x'});
        return this;
    }

    TestPackage manifestLast() {
        manifestLast = true;
        return this;
    }

    ObjectNode file(int position) {
        return (ObjectNode) manifest.path("filer").path(position);
    }

    String fileName() {
        return fileName;
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!manifestLast) {
                add(zip, "manifest.json", JSON.writeValueAsBytes(manifest));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
            if (manifestLast) {
                add(zip, "manifest.json", JSON.writeValueAsBytes(manifest));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    static TestPackage parse(String name, byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ObjectNode manifest = null;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (manifest == null) {
                    assertThat(entry.getName()).isEqualTo("manifest.json");
                    manifest = (ObjectNode) JSON.readTree(in.readAllBytes());
                } else {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new TestPackage(name, manifest, files);
    }

    /** Name, parties, files, hashes and rows agree. */
    void requireSound() {
        String[] parts = fileName.split("[_.]", -1);
        assertThat(manifest.path("format").asText()).isEqualTo("utfall-paket/1");
        assertThat(manifest.path("order").asText()).isEqualTo(parts[0]);
        assertThat(manifest.path("paket").asText()).isEqualTo(parts[1]);
        assertThat(manifest.path("sekvens").asInt()).isEqualTo(Integer.parseInt(parts[2]));
        assertThat(manifest.path("avsandare").asText()).isEqualTo("SCB");
        assertThat(manifest.path("mottagare").asText()).isEqualTo("AMF");
        assertThat(manifest.path("skapad").asText()).isEqualTo("2026-11-24T13:00:00+01:00");
        assertThat(manifest.path("filer").size()).isEqualTo(files.size());
        int position = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            JsonNode listed = manifest.path("filer").path(position++);
            assertThat(listed.path("namn").asText()).isEqualTo(file.getKey());
            assertThat(listed.path("sha256").asText()).isEqualTo(hash(file.getValue()));
            assertThat(listed.path("rader").asLong())
                    .isEqualTo(text(file.getKey()).lines().count() - 1);
        }
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    /** Running numbers in all tables. */
    Set<String> lopnr() {
        return files.keySet().stream()
                .flatMap(file -> TestTable.of(text(file)).column("lopnr").stream())
                .collect(Collectors.toSet());
    }

    String say(String field) {
        return manifest.path(field).asText();
    }

    static String hash(byte[] content) {
        try {
            return HubSide.sha256(content);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
