package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.linkage.Mapping;
import se.utfall.linkage.Mappings;
import se.utfall.outcome.SourceRegister;

/** Every row of a dataset against its code book and the contract: a value or a reason, never both, never a zero for what is not known. */
class UnknownIsNeverZeroTest {
    private static final Map<String, String> REASONS = Map.of(
            "NOT_YET_OBSERVED", "NYO",
            "SOURCE_NOT_DELIVERED", "SND",
            "NOT_LINKED", "NLK",
            "DECEASED", "DEC",
            "EMIGRATED", "EMI",
            "PROTECTED_EXCLUDED", "PRO",
            "NOT_APPLICABLE", "NAP",
            "UNKNOWN", "UNK");
    private static final List<String> OF_BAS =
            List.of("main_status", "employed", "in_studies", "municipal_programme_job", "industry_sni2");
    private static final List<String> OF_EKB = List.of("received", "household_amount_ore", "livelihood_obstacle");

    @TempDir
    static Path temp;

    private static DatasetHouse house;
    private static List<Map<String, String>> rows;
    private static List<Map<String, String>> codebook;
    private static Map<String, Set<String>> codes;

    @BeforeAll
    static void build() throws Exception {
        house = new DatasetHouse(temp, new MadeUp(300, 30));
        DatasetView dataset = house.built();
        try (Duck duck = new Duck()) {
            rows = duck.maps(Duck.parquet(dataset));
            codebook = duck.maps(Duck.csv(dataset.folder().resolve(Codebook.CSV)));
            codes = new HashMap<>();
            for (Map<String, String> code : duck.maps(Duck.csv(dataset.folder().resolve(Codebook.CODES)))) {
                codes.computeIfAbsent(code.get("name"), k -> new HashSet<>()).add(code.get("code"));
            }
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void hasEveryColumnInTheCodeBookAndTheOtherWayRound() {
        assertThat(codebook)
                .extracting(c -> c.get("name"))
                .containsExactlyElementsOf(rows.get(0).keySet());
        assertThat(codes.keySet()).isSubsetOf(rows.get(0).keySet());
    }

    @Test
    void namesColumnsAsEveryProgramCanReadThem() {
        assertThat(rows.get(0).keySet())
                .allMatch(name -> name.replaceAll("_mis$", "").matches("[A-Za-z][A-Za-z0-9_]{0,27}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void explainsEveryColumn() {
        assertThat(codebook).allSatisfy(c -> {
            assertThat(c.get("label_sv")).isNotBlank();
            assertThat(c.get("label_en")).isNotBlank();
            assertThat(c.get("derivation_sv")).isNotBlank();
            assertThat(c.get("derivation_en")).isNotBlank();
        });
        for (String column : OF_BAS) {
            assertThat(book(column).get("source_register")).isEqualTo("SCB_BAS");
            assertThat(book(column).get("mapping_version")).isEqualTo("BAS/1");
            assertThat(book(column).get("breaks_sv")).contains("RAMS");
        }
        assertThat(book("household_amount_ore").get("unit_sv")).isEqualTo("öre");
        assertThat(book("household_amount_ore").get("derivation_en")).contains("SOS_EKB, HushallBelopp", "times 100");
        assertThat(book("employed").get("derivation_sv")).contains("KommunalInsats inte J");
    }

    @Test
    void hasAColumnForEveryOrderedVariableThatTheMappingsKnow() {
        Set<String> sources = new HashSet<>();
        codebook.forEach(c -> {
            if (c.get("source_column") != null) {
                sources.add(c.get("source_register") + " " + c.get("source_column"));
            }
        });
        Set<String> ordered = new HashSet<>();
        house.order.show(MadeUp.ORDER).terms().variables().forEach((register, names) -> {
            for (Mapping.Column column :
                    Mappings.load().find(register).orElseThrow().columns()) {
                if (names.stream().anyMatch(column.name()::equalsIgnoreCase)) {
                    ordered.add(register.source() + " " + column.name());
                }
            }
        });

        assertThat(sources).isEqualTo(ordered).hasSize(6);
        assertThat(SourceRegister.values()).hasSize(4);
    }

    @Test
    void holdsOnlyValuesOfTheirValueSets() {
        for (Map<String, String> column : codebook) {
            String name = column.get("name");
            if (!column.get("values").equals("ANY")) {
                Set<String> seen = new HashSet<>();
                rows.forEach(row -> seen.add(row.get(name)));
                seen.remove(null);
                assertThat(codes.getOrDefault(name, Set.of())).as(name).containsAll(seen);
            }
        }
    }

    @Test
    void hasAValueOrAReasonNeverBothNeverNeither() {
        for (Map<String, String> column : codebook) {
            String name = column.get("name");
            boolean canMiss = column.get("missing") != null;
            assertThat(rows.get(0).containsKey(name + "_mis")).as(name).isEqualTo(canMiss);
            for (Map<String, String> row : rows) {
                if (canMiss) {
                    String reason = row.get(name + "_mis");
                    assertThat(row.get(name) == null).as("%s %s", name, reason).isEqualTo(reason != null);
                    if (reason != null) {
                        assertThat(column.get("missing").split(" ")).contains(reason);
                    }
                } else if (!name.endsWith("_mis")) {
                    assertThat(row.get(name)).as(name).isNotNull();
                }
            }
        }
    }

    @Test
    void givesTheContractsReasonForWhatIsNotKnown() {
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : rows) {
            boolean bas = row.get("register").equals("SCB_BAS");
            for (String other : bas ? OF_EKB : OF_BAS) {
                assertThat(row.get(other + "_mis")).as(other).isEqualTo("NAP");
            }
            String reason = REASONS.get(row.get("observation"));
            for (String own : bas ? OF_BAS : OF_EKB) {
                if (reason != null) {
                    assertThat(row.get(own)).as(own).isNull();
                    assertThat(row.get(own + "_mis")).as(own).isEqualTo(reason);
                } else if (row.get(own) == null) {
                    assertThat(row.get(own + "_mis")).as(own).isEqualTo("UNK");
                }
            }
            seen.add(row.get("observation"));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "OBSERVED",
                        "OBSERVED_ABSENT",
                        "NOT_YET_OBSERVED",
                        "SOURCE_NOT_DELIVERED",
                        "NOT_LINKED",
                        "DECEASED",
                        "EMIGRATED");
    }

    @Test
    void saysZeroOnlyWhereTheRegisterDoes() {
        for (Map<String, String> row : rows) {
            if ("0".equals(row.get("household_amount_ore"))) {
                assertThat(row.get("observation")).isIn("OBSERVED", "OBSERVED_ABSENT");
            }
            if (row.get("register").equals("SCB_BAS") && row.get("observation").equals("OBSERVED_ABSENT")) {
                assertThat(row.get("employed")).isNull();
            }
        }
    }

    private static Map<String, String> book(String column) {
        return codebook.stream()
                .filter(c -> c.get("name").equals(column))
                .findFirst()
                .orElseThrow();
    }
}
