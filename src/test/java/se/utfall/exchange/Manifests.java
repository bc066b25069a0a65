package se.utfall.exchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A package in the making, as a partner would make it: manifest and files, each to be spoilt at will. */
final class Manifests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    final PackageName name;
    final ObjectNode json = JSON.createObjectNode();
    final Map<String, String> files = new LinkedHashMap<>();

    private Manifests(PackageName name, String sender, String recipient) {
        this.name = name;
        json.put("format", "utfall-paket/1")
                .put("paket", name.kind().name().toLowerCase(Locale.ROOT))
                .put("order", name.order().value())
                .put("sekvens", name.sequence())
                .put("avsandare", sender)
                .put("mottagare", recipient)
                .put("skapad", "2026-11-24T09:00:00+01:00");
        json.putArray("filer");
    }

    /** A delivery from SCB with two tables. */
    static Manifests delivery(String fileName) {
        PackageName name = PackageName.parse(fileName).orElseThrow();
        Manifests made = new Manifests(name, "SCB", "AMF");
        made.json.put("avser", name.order() + "_bestallning_001.zip.pgp").put("slutlig", false);
        return made.file("bas.csv", "lopnr;period\n1;2026-01\n2;2026-01\n")
                .file("ekb.csv", "lopnr;period\n1;2026-01\n");
    }

    /** An order that SCB asks for; the kind's own fields are the test's. */
    static Manifests order(String fileName) {
        return new Manifests(PackageName.parse(fileName).orElseThrow(), "SCB", "AMF");
    }

    /** A receipt from SCB. */
    static Manifests receipt(String fileName, String about, String sha256, String status, String reason) {
        Manifests made = new Manifests(PackageName.parse(fileName).orElseThrow(), "SCB", "AMF");
        made.json
                .put("avser", about)
                .put("sha256", sha256)
                .put("status", status)
                .put("orsak", reason);
        return made;
    }

    Manifests file(String file, String content) {
        files.put(file, content);
        json.withArray("filer")
                .addObject()
                .put("namn", file)
                .put("rader", content.lines().count() - 1)
                .put("sha256", sha256(content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Manifests with(Consumer<ObjectNode> change) {
        change.accept(json);
        return this;
    }

    ObjectNode listed(int index) {
        return (ObjectNode) json.withArray("filer").get(index);
    }

    byte[] zip() {
        return zip(text());
    }

    byte[] zip(String manifest) {
        List<Zips.Entry> entries = new ArrayList<>(List.of(Zips.stored("manifest.json", manifest)));
        files.forEach((file, content) -> entries.add(Zips.deflated(file, content)));
        return Zips.of(entries.toArray(Zips.Entry[]::new));
    }

    String text() {
        try {
            return JSON.writeValueAsString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Encrypted to the hub and signed by SCB. */
    byte[] message() {
        return Packets.message(zip(), TestKeys.SCB.getSecretKey());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digesting.sha256().digest(bytes));
    }
}
