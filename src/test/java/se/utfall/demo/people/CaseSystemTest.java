package se.utfall.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseSystemTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed(@TempDir Path again, @TempDir Path other) throws Exception {
        Export first = new CaseSystem(folder, 7, 300).export();
        Export second = new CaseSystem(again, 7, 300).export();
        new CaseSystem(other, 8, 300).export();

        assertThat(second).isEqualTo(first);
        assertThat(hashes(again)).isEqualTo(hashes(folder));
        assertThat(hashes(other)).isNotEqualTo(hashes(folder));
    }

    @Test
    void touchesNothingWhenRepeated() throws Exception {
        Export first = new CaseSystem(folder, 7, 100).export();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, longAgo);
        }

        assertThat(new CaseSystem(folder, 7, 100).export()).isEqualTo(first);

        assertThat(files(folder))
                .allSatisfy(f -> assertThat(Files.getLastModifiedTime(f)).isEqualTo(longAgo));
    }

    @Test
    void describesEveryFileTrulyExceptTheOneWithAWrongHash() throws Exception {
        Export export = new CaseSystem(folder, 7, 300).export();

        int wrong = 0;
        for (Export.WrittenFile written : export.files()) {
            Path file = folder.resolve(written.name());
            JsonNode manifest =
                    JSON.readTree(folder.resolve(written.name() + ".klar").toFile());
            assertThat(manifest.get("fil").asText()).isEqualTo(written.name());
            assertThat(written.name()).startsWith(manifest.get("typ").asText() + "_2026");
            assertThat(manifest.get("layout").asInt()).isEqualTo(1);
            assertThat(manifest.get("rader").asInt())
                    .isEqualTo(written.rows())
                    .isEqualTo(ExportChecks.rows(file).size() - 1);
            assertThat(manifest.get("omfattning").asText()).isIn("full", "delta");
            assertThat(OffsetDateTime.parse(manifest.get("uttagstid").asText())
                            .toLocalDate()
                            .toString()
                            .replace("-", ""))
                    .isEqualTo(written.name().split("_", -1)[1]);
            wrong += manifest.get("sha256").asText().equals(sha256(file)) ? 0 : 1;
        }

        assertThat(wrong).isEqualTo(1).isEqualTo(export.planted().of(Plant.Effect.FILE_QUARANTINED));
        assertThat(files(folder)).hasSize(2 * export.files().size());
        assertThat(export.files()).hasSizeGreaterThan(14);
    }

    @Test
    void obeysTheContractApartFromWhatIsPlanted() throws Exception {
        Export export = new CaseSystem(folder, 7, 2000).export();

        int faulty = 0;
        for (Export.WrittenFile written : export.files()) {
            int inFile = faultyRows(written);
            assertThat(inFile).as(written.name()).isLessThanOrEqualTo(20);
            faulty += inFile;
        }

        Planted planted = export.planted();
        assertThat(faulty)
                .isEqualTo(planted.of(Plant.Effect.ROW_REJECTED)
                        + planted.of(Plant.Effect.UNLINKABLE)
                        + planted.of(Plant.UNKNOWN_CAUSE));
        assertThat(planted.counts())
                .allSatisfy((plant, count) -> assertThat(count).isPositive());
    }

    /** Every planted row has exactly one fault. */
    private int faultyRows(Export.WrittenFile written) throws IOException {
        String type = written.name().split("_", -1)[0];
        List<List<String>> rows = ExportChecks.rows(folder.resolve(written.name()));
        List<String> header = rows.get(0);
        assertThat(header)
                .isEqualTo(FileType.valueOf(type.toUpperCase(java.util.Locale.ROOT))
                        .columns());
        int faulty = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> faults = ExportChecks.faults(type, header, row);
            assertThat(faults).as(written.name()).hasSizeLessThanOrEqualTo(1);
            faulty += faults.size();
        }
        return faulty;
    }

    @Test
    void namesEveryKeyOnceInAFullFile() throws Exception {
        new CaseSystem(folder, 7, 500).export();

        for (String type : List.of("inskrivning", "avslut", "insats")) {
            List<List<String>> rows = ExportChecks.rows(folder.resolve(type + "_20261101_001.csv"));
            List<String> keys = rows.stream().map(r -> r.get(1)).toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void endsAStockholmsjobbInTheFollowedYearsForAboutFortyOfAHundred() throws Exception {
        Export export = new CaseSystem(folder, 7, 2000).export();

        long ended = ExportChecks.rows(folder.resolve("insats_20261101_001.csv")).stream()
                .filter(r -> r.get(3).equals("STOCKHOLMSJOBB"))
                .filter(r -> r.get(7).compareTo("2023-01-01") >= 0 && r.get(7).compareTo("2025-06-30") <= 0)
                .map(r -> r.get(1).split("-", -1)[0])
                .distinct()
                .count();

        assertThat(ended).isBetween(740L, 860L);
        assertThat(export.planted().of(Plant.PROTECTED)).isEqualTo(20);
    }

    @Test
    void changesValuesWhenItCorrectsAndKeepsThemWhenItRepeats() throws Exception {
        Export export = new CaseSystem(folder, 7, 2000).export();
        Map<String, List<String>> first = byKey("inskrivning_20261101_001.csv");

        Map<String, List<String>> then = byKey("inskrivning_20261108_001.csv");

        Set<String> same = new HashSet<>(then.keySet());
        same.removeIf(key -> !then.get(key).equals(first.get(key)));
        assertThat(same).isNotEmpty();
        assertThat(then.values())
                .anyMatch(
                        r -> r.size() == 15 && r.get(14).equals("J") && r.get(2).isEmpty());
        assertThat(export.planted().of(Plant.SUPERSEDED)).isPositive();
        long older = then.entrySet().stream()
                .filter(e -> first.containsKey(e.getKey()) && e.getValue().size() == 15)
                .filter(e -> OffsetDateTime.parse(e.getValue().get(13))
                        .isBefore(OffsetDateTime.parse(first.get(e.getKey()).get(13))))
                .count();
        assertThat(older).isPositive();
    }

    private Map<String, List<String>> byKey(String file) throws IOException {
        List<List<String>> rows = ExportChecks.rows(folder.resolve(file));
        return rows.stream().skip(1).collect(Collectors.toMap(r -> r.get(1), r -> r, (a, b) -> b));
    }

    @Test
    void refusesMorePersonsThanThereAreTestNumbers() {
        assertThatThrownBy(() -> new CaseSystem(folder, 7, CaseSystem.MOST_PERSONS + 1).export())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CaseSystem(folder, 7, 3).export()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillsTheSmallestExportToo() throws Exception {
        Export export = new CaseSystem(folder, 3, Cast.FEWEST).export();

        assertThat(export.planted().of(Plant.Effect.ROW_REJECTED)).isPositive();
        for (Export.WrittenFile written : export.files()) {
            assertThat(faultyRows(written)).isLessThanOrEqualTo(20);
        }
    }

    @Test
    @Tag("slow")
    void usesEveryTestNumber() throws Exception {
        new CaseSystem(folder, 7, CaseSystem.MOST_PERSONS).export();

        Set<String> used = new HashSet<>();
        ExportChecks.rows(folder.resolve("inskrivning_20261101_001.csv")).forEach(r -> used.add(digits(r.get(0))));
        for (String file : List.of("nummerbyte_20261101_001.csv", "nummerbyte_20261108_001.csv")) {
            ExportChecks.rows(folder.resolve(file)).forEach(r -> used.add(digits(r.get(1))));
        }
        Set<String> lastTen = TestNumbers.pick(1, TestNumbers.ALL).stream()
                .map(n -> n.digits().substring(2))
                .collect(Collectors.toSet());
        assertThat(used).containsAll(lastTen);
    }

    private static String digits(String written) {
        String digits = written.replaceAll("[-+]", "");
        return digits.length() == 12 ? digits.substring(2) : digits;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> hashes(Path folder) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files(folder)) {
            hashes.put(file.getFileName().toString(), sha256(file));
        }
        return hashes;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
