package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.linkage.LinkageFixture.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.PackageRefusedException;
import se.utfall.exchange.Provisional;
import se.utfall.linkage.LinkageFixture.Draft;
import se.utfall.notice.Task;
import se.utfall.order.DeliveryMode;
import se.utfall.store.ActingUser;

/** Aggregates from IFAU and in MONA mode: {@code resultat.csv} and nothing else. */
class ResultDeliveryTest {
    private static final String HEADER = "tabell;grupp;matt;varde;standardfel;n\n";
    private static final String ROWS = HEADER
            + "effekt;\"MÄN; 20-24\";andel;41,5;1,25;120\neffekt;KVINNOR;andel;-0,3;.;5\neffekt;ÖVRIGA;andel;.;;\n";
    private static final ActingUser STATISTICIAN = new ActingUser("stina", Set.of("statistics"));

    @TempDir
    Path folder;

    private LinkageFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LinkageFixture(folder);
        fixture.mode = DeliveryMode.IFAU;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ResultDelivery accept(Draft draft) {
        Provisional provisional = fixture.read(draft);
        fixture.database.useTransaction(provisional::commit);
        List<ResultDelivery> all = fixture.results().list();
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryMode.class,
            names = {"MONA", "IFAU"})
    void takesAggregatesAndCountsThem(DeliveryMode mode) {
        fixture.mode = mode;

        ResultDelivery delivery = accept(delivery(1).result("resultat.csv", ROWS));

        assertThat(delivery.id()).hasToString("SCB-2026-001-L001");
        assertThat(delivery.rows()).isEqualTo(3);
        assertThat(delivery.taken()).isEqualTo(3);
        assertThat(delivery.balanced()).isTrue();
        assertThat(delivery.handedOnAt()).isNull();
        assertThat(fixture.deliveredCalls).containsExactly(false);
    }

    @Test
    void takesTheColumnsInAnyOrderAndCase() {
        accept(delivery(1).result("resultat.csv", "N;Matt;TABELL;varde;grupp;Standardfel\n7;andel;t;1,5;g;0,1\n"));

        assertThat(fixture.results().show(LinkageFixture.id(1), STATISTICIAN))
                .containsExactly(new ResultRow("t", "g", "andel", "1,5", "0,1", "7"));
    }

    @Test
    void setsAsideWhatCannotBeReadAndBalances() {
        ResultDelivery delivery = accept(
                delivery(1)
                        .result(
                                "resultat.csv",
                                ROWS
                                        + "t;g;m;1.5;;10\nt;g;m;1,5;-1;10\nt;g;m;1,5;;\nt;g;m;1,5;0,1\nt;;m;1,5;0,1;0\n;g;m;1;1;9\n"));

        assertThat(delivery.setAside()).containsEntry("FALT", 1L).containsEntry("OGILTIGT_VARDE", 4L);
        assertThat(delivery.taken()).isEqualTo(4);
        assertThat(delivery.balanced()).isTrue();
        assertThat(fixture.tasks.listOpen()).extracting(Task::code).containsExactly("MANY_SET_ASIDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", " 4 ", "04"})
    void refusesABaseFromOneToFour(String n) {
        refuses(delivery(1).result("resultat.csv", ROWS + "t;g;m;1,5;0,1;" + n + "\n"), "RESULTAT_LITET_N");
        refuses(delivery(1).result("resultat.csv", ROWS + "t;g;m;fel;0,1;" + n + "\n"), "RESULTAT_LITET_N");
    }

    @ParameterizedTest
    @CsvSource({
        "tabell;grupp;matt;varde;standardfel;n;lopnr",
        "tabell;grupp;matt;varde;standardfel",
        "tabell;grupp;matt;varde;standardfel;antal",
        "tabell;grupp;matt;varde;n;n",
        "lopnr;grupp;matt;varde;standardfel;n",
        "''"
    })
    void refusesOtherColumns(String header) {
        refuses(delivery(1).result("resultat.csv", header + "\n"), "RESULTAT_KOLUMNER");
    }

    @Test
    void refusesOtherFilesAndTablesOnPersons() {
        refuses(delivery(1).result("individer.csv", ROWS), "LEVERANSSATT");
        refuses(delivery(1).result("resultat.csv", ROWS).result("mer.csv", ROWS), "LEVERANSSATT");
        refuses(delivery(1).table("BAS", "PREL", "2026-01", "2026-01", LinkageFixture.BAS_HEADER), "LEVERANSSATT");
        refuses(delivery(1), "LEVERANSSATT");
        Draft draft = delivery(1).result("resultat.csv", ROWS);
        ((ObjectNode) draft.tables.get(0)).put("register", "BAS");
        refuses(draft, "MANIFEST");
    }

    @Test
    void refusesAggregatesWhereRowsWereOrdered() {
        fixture.mode = DeliveryMode.FILE;

        refuses(delivery(1).result("resultat.csv", ROWS), "MANIFEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"199011145191", "19901114-5191", "9011145191", "x 901114-5191"})
    void refusesWhatCouldBeSomebodysNumber(String number) {
        refuses(delivery(1).result("resultat.csv", ROWS + "t;" + number + ";m;1;1;9\n"), "RESULTAT_PERSON");
    }

    @Test
    void refusesASequenceThatCountsAlreadyAndAnotherOrder() {
        accept(delivery(1).result("resultat.csv", ROWS));

        refuses(delivery(1).result("resultat.csv", ROWS), "SEKVENS");
        Draft other = delivery(2).result("resultat.csv", ROWS);
        other.manifest.put("avser", "IFAU-2026-009_bestallning_001.zip.pgp");
        refuses(other, "AVSER");
        Draft without = delivery(2).result("resultat.csv", ROWS);
        without.manifest.remove("slutlig");
        refuses(without, "MANIFEST");
    }

    @Test
    void leavesNothingBehindWhenDestroyedOrRefused() throws IOException {
        fixture.read(delivery(1).result("resultat.csv", ROWS)).destroy();
        refuses(delivery(1).result("resultat.csv", ROWS + "t;g;m;1;1;3\n"), "RESULTAT_LITET_N");

        try (Stream<Path> left = Files.list(fixture.archive)) {
            assertThat(left).isEmpty();
        }
        assertThat(fixture.results().list()).isEmpty();
    }

    @Test
    void keepsRowsSealedAndShowsThemToStatisticiansOnly() throws IOException {
        accept(delivery(1).result("resultat.csv", ROWS));

        try (Stream<Path> files = Files.walk(fixture.archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("effekt", "41,5");
            }
        }
        assertThatThrownBy(() -> fixture.results()
                        .show(LinkageFixture.id(1), new ActingUser("olga", Set.of("operate", "approve", "read"))))
                .isInstanceOf(ResultRefusedException.class)
                .hasMessageStartingWith("ROLE");
        assertThatThrownBy(() -> fixture.results().show(LinkageFixture.id(9), STATISTICIAN))
                .hasMessageStartingWith("NONE");
        assertThat(actions()).doesNotContain("RESULT_SHOWN");
        assertThat(fixture.results().show(LinkageFixture.id(1), STATISTICIAN))
                .containsExactly(
                        new ResultRow("effekt", "MÄN; 20-24", "andel", "41,5", "1,25", "120"),
                        new ResultRow("effekt", "KVINNOR", "andel", "-0,3", null, "5"),
                        new ResultRow("effekt", "ÖVRIGA", "andel", null, null, null));
        assertThat(actions()).contains("RESULT_RECEIVED", "RESULT_SHOWN");
    }

    @Test
    void handsOnAFolderWithChecksumsAndProvenance() throws Exception {
        accept(delivery(1).result("resultat.csv", ROWS));

        ResultDelivery handed = fixture.results().handOnNext().orElseThrow();

        assertThat(fixture.results().handOnNext()).isEmpty();
        Path written = folder.resolve("results/SCB-2026-001-L001");
        assertThat(written.resolve("resultat.csv")).hasContent(ROWS.replace(";.;", ";;"));
        for (String line : Files.readAllLines(written.resolve("CHECKSUMS.sha256"))) {
            assertThat(line).startsWith(sha256(written.resolve(line.substring(66))));
        }
        var provenance =
                new ObjectMapper().readTree(written.resolve("provenance.json").toFile());
        assertThat(provenance.path("order").asText()).isEqualTo("SCB-2026-001");
        assertThat(provenance.path("resultSha256").asText())
                .isEqualTo(sha256(written.resolve("resultat.csv")))
                .isEqualTo(handed.handedOnSha256());
        assertThat(provenance.path("packageSha256").asText()).isEqualTo("%064x".formatted(1));
        assertThat(actions()).contains("RESULT_HANDED_ON");
    }

    @Test
    void handsOnAgainAfterACrashAtAnyPoint() throws IOException {
        accept(delivery(1).result("resultat.csv", ROWS));
        fixture.results().handOnNext();
        fixture.database.useTransaction(h -> h.execute("UPDATE result_delivery SET handed_at = NULL"));
        Path half = Files.createDirectories(folder.resolve("results/.part-SCB-2026-001-L001"));
        Files.writeString(half.resolve("resultat.csv"), "torn");

        assertThat(fixture.results().handOnNext()).isPresent();

        assertThat(folder.resolve("results/SCB-2026-001-L001/resultat.csv")).isNotEmptyFile();
        assertThat(half).doesNotExist();
        assertThat(fixture.results().list()).allMatch(r -> r.handedOnAt() != null);
    }

    private List<String> actions() {
        return fixture.database.inTransaction(h -> h.createQuery("SELECT action FROM audit_event ORDER BY seq")
                .mapTo(String.class)
                .list());
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void refuses(Draft draft, String code) {
        assertThatThrownBy(() -> fixture.read(draft))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
