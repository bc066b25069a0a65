package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years and months, and columns that several registers fill or only datasets hold, in one dataset. */
class FourRegistersTest {
    private static final Map<String, Set<String>> OF = Map.of(
            "SCB_BAS", Set.of("main_status", "employed", "in_studies"),
            "SCB_LISA",
                    Set.of(
                            "in_studies",
                            "sun_level",
                            "household_amount_ore",
                            "open_unemployed_days",
                            "earnings_ore",
                            "disposable_ore",
                            "forv_ink_ore",
                            "stud_delt",
                            "sun2020_niva_old"),
            "SOS_EKB", Set.of("household_amount_ore"),
            "AF_DATALAGER",
                    Set.of("registered", "job_seeker_category", "open_unemployed_days", "activity_support_ore"));
    private static final Map<String, String> REASONS =
            Map.of("NOT_YET_OBSERVED", "NYO", "NOT_LINKED", "NLK", "DECEASED", "DEC", "NOT_APPLICABLE", "NAP");

    @TempDir
    static Path temp;

    private static DatasetHouse house;
    private static DatasetView dataset;
    private static List<Map<String, String>> rows;
    private static List<Map<String, String>> codebook;
    private static List<Map<String, String>> codes;

    @BeforeAll
    static void build() throws Exception {
        FourRegisters order = new FourRegisters();
        house = new DatasetHouse(temp, new MadeUp(3, 8));
        Datasets datasets = house.over(order, order);
        datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        dataset = datasets.buildNext().orElseThrow();
        try (Duck duck = new Duck()) {
            rows = duck.maps(Duck.parquet(dataset));
            codebook = duck.maps(Duck.csv(dataset.folder().resolve(Codebook.CSV)));
            codes = duck.maps(Duck.csv(dataset.folder().resolve(Codebook.CODES)));
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void writesYearsAsYearsWithoutMonthsFromTheAnchor() {
        assertThat(rows).hasSize(FourRegisters.PERSONS * 5);
        assertThat(rows.stream()
                        .map(r -> r.get("register") + " " + r.get("period"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "SCB_BAS 2025-01", "SCB_LISA 2024", "SCB_LISA 2025", "SOS_EKB 2025-01", "AF_DATALAGER 2025-01");
        assertThat(of("SCB_LISA")).allSatisfy(row -> {
            assertThat(row.get("period_start")).isEqualTo(row.get("period") + "-01-01");
            assertThat(row.get("period_end")).isEqualTo(row.get("period") + "-12-31");
            assertThat(row.get("months_from_anchor")).isNull();
            assertThat(row.get("months_from_anchor_mis")).isEqualTo("NAP");
        });
    }

    @Test
    void givesEachColumnAValueOrTheReasonOfItsRegister() {
        Set<String> all = OF.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (Map<String, String> row : rows) {
            for (String column : all) {
                String reason = row.get(column + "_mis");
                String observation = row.get("observation");
                assertThat(row.get(column) == null).as(column).isEqualTo(reason != null);
                if (!OF.get(row.get("register")).contains(column)) {
                    assertThat(reason).as(column).isEqualTo("NAP");
                } else if (REASONS.containsKey(observation)) {
                    assertThat(reason).as(column).isEqualTo(REASONS.get(observation));
                } else if (reason != null) {
                    assertThat(reason).as(column).isEqualTo("UNK");
                }
            }
        }
    }

    @Test
    void holdsAmountsInOreAndWhatTheRecordHasNoFieldFor() {
        List<Map<String, String>> told = of("SCB_LISA").stream()
                .filter(r -> r.get("earnings_ore") != null)
                .toList();

        assertThat(told).hasSize(FourRegisters.PERSONS / FourRegisters.KINDS).allSatisfy(row -> {
            assertThat(row.get("forv_ink_ore")).isEqualTo("-350000");
            assertThat(row.get("earnings_ore")).isEqualTo("21500000");
            assertThat(row.get("disposable_ore")).isEqualTo("-200000");
            assertThat(row.get("household_amount_ore")).isEqualTo("4100000");
            assertThat(row.get("flag_individualised")).isEqualTo("1");
            assertThat(row.get("stud_delt").equals("0"))
                    .isEqualTo(row.get("in_studies").equals("0"));
        });
        assertThat(of("SCB_LISA"))
                .filteredOn(r -> r.get("forv_ink_ore") != null)
                .hasSize(told.size());
        assertThat(rows)
                .filteredOn(r -> "0".equals(r.get("open_unemployed_days")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.get("register") + " " + r.get("observation"))
                        .isEqualTo("AF_DATALAGER OBSERVED_ABSENT"));
    }

    @Test
    void tellsWhatEachRegisterMeansByAColumn() {
        Map<String, String> shared = book("household_amount_ore");

        assertThat(shared.get("source_register")).isEqualTo("SCB_LISA SOS_EKB");
        assertThat(shared.get("source_column")).isEqualTo("SocBidrPersF HushallBelopp");
        assertThat(shared.get("label_sv")).contains("SCB_LISA: Personens del", "SOS_EKB: Hushållets bistånd");
        assertThat(shared.get("derivation_en")).contains("SCB_LISA, SocBidrPersF: hundreds of kronor times 10000");
        assertThat(book("forv_ink_ore").get("unit_sv")).isEqualTo("öre");
        assertThat(book("forv_ink_ore").get("type")).isEqualTo("BIGINT");
        assertThat(book("forv_ink_ore").get("derivation_sv")).contains("gånger 10000");
        assertThat(book("forv_ink_ore").get("breaks_sv")).contains("2019", "AGI");
        assertThat(book("registered").get("mapping_version")).isEqualTo("AF/1");
        assertThat(codebook)
                .extracting(c -> c.get("name"))
                .containsExactlyElementsOf(rows.get(0).keySet());
        assertThat(codebook).allSatisfy(c -> assertThat(c.get("label_en")).isNotBlank());
    }

    @Test
    void labelsKnownCodesOfOpenListsAndListsTheOthers() {
        assertThat(codes)
                .filteredOn(c -> c.get("name").equals("sun2020_niva_old"))
                .extracting(c -> c.get("code") + " " + c.get("label_sv"))
                .containsExactly("4 gymnasial, tre år", "8 null");
        assertThat(codes)
                .filteredOn(c -> c.get("name").equals("stud_delt"))
                .extracting(c -> c.get("code"))
                .containsExactly("0", "2");
    }

    @Test
    void closesTheFunnelForYearsToo() throws Exception {
        List<String> funnel = Files.readAllLines(dataset.folder().resolve("quality/linkage-funnel.csv"));

        assertThat(funnel.stream().map(line -> line.split(";", -1)[0] + " " + line.split(";", -1)[1]))
                .contains("SCB_LISA 2024", "SCB_LISA 2025", "AF_DATALAGER 2025-01");
    }

    private static List<Map<String, String>> of(String register) {
        return rows.stream().filter(r -> r.get("register").equals(register)).toList();
    }

    private static Map<String, String> book(String column) {
        return codebook.stream()
                .filter(c -> c.get("name").equals(column))
                .findFirst()
                .orElseThrow();
    }
}
