package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.Sha256;

/** The folder that a statistician gets, seen from outside. */
class DatasetFolderTest {
    @TempDir
    static Path temp;

    private static DatasetHouse house;
    private static DatasetView dataset;
    private static Path folder;

    @BeforeAll
    static void build() {
        house = new DatasetHouse(temp, new MadeUp(300, 30));
        dataset = house.built();
        folder = dataset.folder();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void isNamedByDatasetVersionDayAndHash() throws IOException {
        String hash = Sha256.of(folder.resolve("CHECKSUMS.sha256"));

        assertThat(dataset.state()).isEqualTo("BUILT");
        assertThat(dataset.checksumsSha256()).isEqualTo(hash);
        assertThat(folder.getFileName()).hasToString("SCB-2026-001_v001_20261124_" + hash.substring(0, 8));
        assertThat(dataset.rows()).isEqualTo(60L * house.order.sentNow());
        assertThat(dataset.persons()).isEqualTo(house.order.sentNow());
    }

    @Test
    void isForTheHubsUserOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void listsEveryOtherFileWithItsHash() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("CHECKSUMS.sha256"));
        List<String> expected = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("CHECKSUMS")) {
                    expected.add(Sha256.of(file) + "  " + name);
                }
            }
        }

        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected).hasSizeGreaterThan(14);
    }

    @Test
    void isSignedByTheHub() throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve("CHECKSUMS.sha256"));
        byte[] signature = Files.readAllBytes(folder.resolve("CHECKSUMS.sha256.sig"));

        assertThat(verifies(signature, content)).isTrue();
        content[0] ^= 1;
        assertThat(verifies(signature, content)).isFalse();
    }

    private static boolean verifies(byte[] signature, byte[] content) throws Exception {
        PGPSignature made = ((PGPSignatureList) new BcPGPObjectFactory(signature).nextObject()).get(0);
        made.init(
                new BcPGPContentVerifierBuilderProvider(), house.keys.ownRing().getPublicKey(made.getKeyID()));
        made.update(content);
        return made.verify();
    }

    @Tag("peer")
    @Test
    void passesSha256sumAndGpg() throws Exception {
        Path home = Files.createDirectory(
                temp.resolve("gnupg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String key =
                Path.of("keys-example/openpgp/amf.public.asc").toAbsolutePath().toString();

        assertThat(run("sha256sum", "--strict", "-c", "CHECKSUMS.sha256")).isZero();
        assertThat(run("gpg", "-q", "--homedir", home.toString(), "--import", key))
                .isZero();
        assertThat(run(
                        "gpg",
                        "-q",
                        "--homedir",
                        home.toString(),
                        "--faked-system-time",
                        "20261201T000000",
                        "--verify",
                        "CHECKSUMS.sha256.sig",
                        "CHECKSUMS.sha256"))
                .isZero();
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void holdsTheSameRowsAsParquetAndAsText() throws Exception {
        try (Duck duck = new Duck()) {
            String text = "SELECT * FROM " + Duck.csv(folder.resolve(Building.CSV));
            String columns = String.join(
                    ", ", duck.column("SELECT 'CAST(' || column_name || ' AS VARCHAR)' FROM (DESCRIBE " + text + ")"));
            List<List<String>> rows = duck.rows("SELECT " + columns + " FROM " + Duck.parquet(dataset));

            assertThat(rows).hasSize((int) (long) dataset.rows()).isEqualTo(duck.rows(text));
        }
    }

    @Test
    void isSortedByPseudonymAndHoldsNoRunningNumber() throws Exception {
        try (Duck duck = new Duck()) {
            List<String> pseudonyms = duck.column("SELECT pseudonym FROM " + Duck.parquet(dataset));
            List<String> columns =
                    duck.column("SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(dataset) + ")");

            assertThat(pseudonyms).isSorted();
            assertThat(columns).noneMatch(c -> c.contains("lopnr") || c.contains("running") || c.contains("group"));
            assertThat(duck.number("SELECT COUNT(*) FROM (SELECT DISTINCT pseudonym, register, period FROM "
                            + Duck.parquet(dataset) + ")"))
                    .isEqualTo(dataset.rows());
        }
    }

    @Test
    void describesItselfToPrograms() throws IOException {
        JsonNode descriptor =
                new JsonMapper().readTree(folder.resolve("datapackage.json").toFile());

        assertThat(descriptor.get("$schema").asText())
                .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(descriptor.get("name").asText()).matches("[-a-z0-9._/]+");
        assertThat(descriptor.get("resources")).hasSize(15).allSatisfy(r -> {
            Path file = folder.resolve(r.get("path").asText());
            assertThat(r.get("name").asText()).matches("[-a-z0-9._]+");
            assertThat(r.get("hash").asText()).isEqualTo("sha256:" + Sha256.of(file));
            assertThat(r.get("bytes").asLong()).isEqualTo(Files.size(file));
            if (r.get("format").asText().equals("csv")) {
                assertThat(names(r)).containsExactly(header(file));
                assertThat(r.get("dialect").get("delimiter").asText()).isEqualTo(";");
            }
        });
    }

    @Test
    void labelsNoTwoCategoriesAlike() throws IOException {
        JsonNode descriptor =
                new JsonMapper().readTree(folder.resolve("datapackage.json").toFile());

        for (JsonNode resource : descriptor.get("resources")) {
            for (JsonNode field : resource.path("schema").path("fields")) {
                List<String> labels = new ArrayList<>();
                field.path("categories").forEach(c -> labels.add(c.get("label").asText()));
                assertThat(labels).as("%s", field.get("name")).doesNotHaveDuplicates();
            }
        }
    }

    private static List<String> names(JsonNode resource) {
        List<String> names = new ArrayList<>();
        resource.get("schema")
                .get("fields")
                .forEach(f -> names.add(f.get("name").asText()));
        return names;
    }

    private static String[] header(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.findFirst().orElseThrow().split(";");
        }
    }

    @Test
    void tellsWhereEverythingComesFrom() throws IOException {
        JsonNode provenance = new JsonMapper()
                .readTree(folder.resolve("provenance/provenance.json").toFile());

        assertThat(provenance.get("requestedBy").asText()).isEqualTo("stina");
        assertThat(provenance.get("order").get("decision").asText()).isEqualTo("AMN 2026/123");
        assertThat(provenance.get("deliveries").get(0).get("packageSha256").asText())
                .isEqualTo("cd".repeat(32));
        assertThat(provenance.get("mappings").toString()).isEqualTo("[\"BAS/1\",\"EKB/1\"]");
        assertThat(provenance.get("sql"))
                .hasSize(5)
                .allSatisfy(sql -> assertThat(sql.get("sha256").asText())
                        .isEqualTo(Sha256.of(folder.resolve("provenance")
                                .resolve(sql.get("file").asText()))));
    }

    @Test
    void saysInWordsWhatItIsAndWritesNoMarkupOfOthers() throws IOException {
        String readMe = Files.readString(folder.resolve("LAS-MIG.html"));
        String english = Files.readString(folder.resolve("README.en.md"));

        assertThat(readMe)
                .contains("lang=\"sv\"", "pseudonymiserade, inte anonyma", "2031-12-31", "&lt;efter&gt;")
                .doesNotContain("<efter>", "http:", "https:", "<script");
        assertThat(english)
                .contains("SCB-2026-001_v001", "| NYO | not yet observed")
                .doesNotContain("{");
    }

    @Test
    void linksOnlyToFilesThatAreThere() throws IOException {
        for (String page : List.of(
                "LAS-MIG.html",
                "codebook/codebook.html",
                "quality/linkage-funnel.html",
                "tables/working-or-studying.html",
                "tables/economic-assistance.html",
                "tables/unemployment.html",
                "tables/cost-per-result.html",
                "tables/progression.html")) {
            Path file = folder.resolve(page);
            String html = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(html.toLowerCase(Locale.ROOT)).startsWith("<!doctype html>");
            Matcher links = Pattern.compile("href=\"([^#\"]+)\"").matcher(html);
            while (links.find()) {
                assertThat(file.resolveSibling(links.group(1))).exists();
            }
        }
    }
}
