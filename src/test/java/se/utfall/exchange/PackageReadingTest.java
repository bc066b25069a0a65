package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageReadingTest {
    private static final String NAME = "SCB-2026-001_leverans_002.zip.pgp";

    private static Manifests good() {
        return Manifests.delivery(NAME);
    }

    @Test
    void givesTheFilesInOrderAndTheKindsOwnFields() throws IOException {
        Map<String, String> seen = new LinkedHashMap<>();

        String about = read(good().zip(), opened -> {
            each(opened, (name, content) -> seen.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
            return opened.manifest().path("avser").textValue();
        });

        assertThat(about).isEqualTo("SCB-2026-001_bestallning_001.zip.pgp");
        assertThat(seen).containsExactlyEntriesOf(good().files);
    }

    @Test
    void readsOnWhereAReaderStops() throws IOException {
        List<String> seen = new ArrayList<>();

        read(good().zip(), opened -> {
            each(opened, (name, content) -> {
                seen.add(name + content.read());
                content.close();
            });
            return "";
        });

        assertThat(seen).containsExactly("bas.csv108", "ekb.csv108");
        assertThatThrownBy(() -> read(spoilt(m -> m.files.put("ekb.csv", "lopnr;period\n9;2026-01\n")), opened -> ""))
                .hasMessageStartingWith("FIL_HASH: [ekb.csv]");
    }

    @Test
    void givesTheFilesOnce() {
        assertThatThrownBy(() -> read(good().zip(), opened -> {
                    each(opened, (name, content) -> {});
                    each(opened, (name, content) -> {});
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void discardsWhatWasMadeWhenTheRestDoesNotHold() {
        List<String> discarded = new ArrayList<>();
        byte[] zip = spoilt(m -> m.listed(1).put("rader", 7));

        assertThatThrownBy(() -> reading(zip).read(opened -> "made", discarded::add))
                .hasMessageStartingWith("FIL_RADER: [ekb.csv]");
        assertThat(discarded).containsExactly("made");
    }

    static Stream<Arguments> refused() {
        Map<String, Object[]> cases = new LinkedHashMap<>();
        json(cases, "no format", Fault.MANIFEST_FEL, m -> m.remove("format"));
        json(cases, "other format", Fault.MANIFEST_FORMAT, m -> m.put("format", "utfall-paket/2"));
        json(cases, "no time", Fault.MANIFEST_FEL, m -> m.remove("skapad"));
        json(cases, "time without offset", Fault.MANIFEST_FEL, m -> m.put("skapad", "2026-11-24T09:00:00"));
        json(cases, "no sender", Fault.MANIFEST_FEL, m -> m.remove("avsandare"));
        json(cases, "other sender", Fault.MANIFEST_AVSANDARE, m -> m.put("avsandare", "IFAU"));
        json(cases, "other recipient", Fault.MANIFEST_MOTTAGARE, m -> m.put("mottagare", "IFAU"));
        json(cases, "sequence as text", Fault.MANIFEST_FEL, m -> m.put("sekvens", "2"));
        json(cases, "sequence 0", Fault.MANIFEST_FEL, m -> m.put("sekvens", 0));
        json(cases, "fraction of a sequence", Fault.MANIFEST_FEL, m -> m.put("sekvens", 2.5));
        json(cases, "other sequence", Fault.MANIFEST_NAMN, m -> m.put("sekvens", 3));
        json(cases, "a sequence that was answered", Fault.REPRIS, m -> m.put("sekvens", 1));
        json(cases, "other order", Fault.MANIFEST_NAMN, m -> m.put("order", "SCB-2026-002"));
        json(cases, "no order", Fault.MANIFEST_FEL, m -> m.put("order", "?"));
        json(cases, "other kind", Fault.MANIFEST_NAMN, m -> m.put("paket", "kvittens"));
        json(cases, "unknown kind", Fault.MANIFEST_FEL, m -> m.put("paket", "brev"));
        json(cases, "kind in capitals", Fault.MANIFEST_FEL, m -> m.put("paket", "LEVERANS"));
        json(cases, "no files", Fault.MANIFEST_FEL, m -> m.remove("filer"));
        package_(cases, "rows as text", Fault.MANIFEST_FEL, m -> m.listed(0).put("rader", "2"));
        package_(cases, "negative rows", Fault.MANIFEST_FEL, m -> m.listed(0).put("rader", -1));
        package_(cases, "hash in capitals", Fault.MANIFEST_FEL, m -> m.listed(0).put("sha256", "A".repeat(64)));
        package_(cases, "short hash", Fault.MANIFEST_FEL, m -> m.listed(0).put("sha256", "ab"));
        package_(cases, "a path", Fault.MANIFEST_FEL, m -> m.listed(0).put("namn", "../bas.csv"));
        package_(cases, "listed twice", Fault.MANIFEST_FEL, m -> m.listed(0).put("namn", "ekb.csv"));
        package_(cases, "lists itself", Fault.MANIFEST_FEL, m -> m.listed(0).put("namn", "manifest.json"));
        package_(cases, "wrong hash", Fault.FIL_HASH, m -> m.listed(0).put("sha256", "0".repeat(64)));
        package_(cases, "wrong rows", Fault.FIL_RADER, m -> m.listed(0).put("rader", 3));
        package_(cases, "not listed", Fault.FIL_EXTRA, m -> m.json.withArray("filer").remove(0));
        package_(cases, "not there", Fault.FIL_SAKNAS, m -> m.files.remove("ekb.csv"));
        cases.put("manifest missing", new Object[] {Fault.MANIFEST_SAKNAS, Zips.of(Zips.stored("bas.csv", "a\n"))});
        cases.put("manifest last", new Object[] {
            Fault.MANIFEST_SAKNAS, Zips.of(Zips.stored("bas.csv", "a\n"), Zips.stored("manifest.json", good().text()))
        });
        text(cases, "no JSON", "hej");
        text(cases, "empty manifest", "");
        text(cases, "a list", "[]");
        text(cases, "two objects", good().text() + "{}");
        text(cases, "byte order mark", "\uFEFF" + good().text());
        text(cases, "a field twice", good().text().replace("{\"format\"", "{\"sekvens\":1,\"format\""));
        text(cases, "huge", good().text().replace("utfall", "u".repeat(1 << 20)));
        return cases.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()[0], e.getValue()[1]));
    }

    private static void json(Map<String, Object[]> cases, String name, Fault fault, Consumer<ObjectNode> change) {
        cases.put(name, new Object[] {fault, good().with(change).zip()});
    }

    private static void package_(Map<String, Object[]> cases, String name, Fault fault, Consumer<Manifests> change) {
        cases.put(name, new Object[] {fault, spoilt(change)});
    }

    private static void text(Map<String, Object[]> cases, String name, String manifest) {
        cases.put(name, new Object[] {Fault.MANIFEST_FEL, good().zip(manifest)});
    }

    private static byte[] spoilt(Consumer<Manifests> change) {
        Manifests manifests = good();
        change.accept(manifests);
        return manifests.zip();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refuses(String name, Fault fault, byte[] zip) {
        assertThatThrownBy(() -> read(zip, opened -> ""))
                .as(name)
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(fault.name()));
    }

    @Test
    void refusesTheManifestBeforeAnyFileIsRead() {
        assertThatThrownBy(() -> read(good().with(m -> m.put("mottagare", "X")).zip(), opened -> {
                    throw new AssertionError("the reader was asked");
                }))
                .hasMessageStartingWith("MANIFEST_MOTTAGARE");
    }

    @Test
    void ignoresUnknownFieldsAndCountsQuotedLineBreaksAsNone() throws IOException {
        Manifests manifests = good().with(m -> m.put("framtida", 1)).file("lisa.csv", "a;b\n1;\"x\ny\"\n");
        manifests.listed(2).put("rader", 1);

        assertThat(read(manifests.zip(), opened -> "read")).isEqualTo("read");
    }

    private static void each(OpenedPackage opened, OpenedPackage.FileReader reader) {
        try {
            opened.eachFile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(byte[] zip, Function<OpenedPackage, String> reader) throws IOException {
        return reading(zip).read(reader, made -> {});
    }

    private static PackageReading reading(byte[] zip) {
        ReceivedPackage received = new ReceivedPackage(
                "1", "SCB", PackageName.parse(NAME).orElseThrow(), Path.of("x"), "0".repeat(64));
        return new PackageReading(
                received,
                "AMF",
                name -> name.sequence() == 1,
                new ByteArrayInputStream(zip),
                new Limits(2_000_000, 200));
    }
}
