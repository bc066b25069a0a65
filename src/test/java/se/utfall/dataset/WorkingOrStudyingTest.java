package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.SourceRegister;

/** The cleared table against a count of the records by hand. */
class WorkingOrStudyingTest {
    @TempDir
    static Path temp;

    private static DatasetHouse house;
    private static DatasetView dataset;
    private static DatasetTable table;
    private static final Map<String, Long> COUNTED = new HashMap<>();

    @BeforeAll
    static void build() {
        house = new DatasetHouse(temp, new MadeUp(3_000, 30));
        dataset = house.built();
        table = house.datasets.table(dataset.id());
        try (RecordStream records = house.order.current(MadeUp.ORDER)) {
            for (LinkedRecord r = records.next(); r != null; r = records.next()) {
                count(r);
            }
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** By months, workplace, sex and column; workplace and sex also as totals. */
    private static void count(LinkedRecord r) {
        OutcomeRecord record = r.record();
        Integer months = record.monthsFromAnchor();
        if (record.register() != SourceRegister.BAS
                || months == null
                || !List.of(3, 6, 12, 24).contains(months)) {
            return;
        }
        boolean base =
                record.observation() == Observation.OBSERVED || record.observation() == Observation.OBSERVED_ABSENT;
        boolean working = record.employment() != null
                && Boolean.TRUE.equals(record.employment().employed());
        boolean studying =
                record.studies() != null && Boolean.TRUE.equals(record.studies().inStudies());
        String workplace = house.order.background(r.runningNumber()).workplace();
        for (String w : List.of(workplace == null ? "UNKNOWN" : workplace, "TOTAL")) {
            for (String s : List.of(house.order.background(r.runningNumber()).sex(), "TOTAL")) {
                add(months, w, s, "persons");
                if (base) {
                    add(months, w, s, "base");
                    add(months, w, s, working || studying ? "working_or_studying" : "rest_of_base");
                } else {
                    add(months, w, s, record.observation().name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static void add(int months, String workplace, String sex, String column) {
        COUNTED.merge(String.join("/", Integer.toString(months), workplace, sex, column), 1L, Long::sum);
    }

    private static String cell(List<String> row, String column) {
        return row.get(table.columns().indexOf(column));
    }

    private static long counted(List<String> row, String column) {
        return COUNTED.getOrDefault(String.join("/", row.get(0), row.get(1), row.get(2), column), 0L);
    }

    @Test
    void showsWhatIsThereOrNothing() {
        int shown = 0;
        for (List<String> row : table.rows()) {
            for (String column : List.of(
                    "persons",
                    "base",
                    "working_or_studying",
                    "rest_of_base",
                    "not_linked",
                    "deceased",
                    "emigrated",
                    "not_yet_observed")) {
                String cell = cell(row, column);
                if (!cell.equals("SUP")) {
                    assertThat(cell)
                            .as("%s %s", row.subList(0, 3), column)
                            .isEqualTo(Long.toString(counted(row, column)));
                    assertThat(counted(row, column)).matches(n -> n == 0 || n >= 5);
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(table.rows().size() * 4);
    }

    @Test
    void takesTheShareOfThoseWhoAreKnownWithDecimalComma() {
        int shares = 0;
        for (List<String> row : table.rows()) {
            String share = cell(row, "share_percent");
            if (!share.equals("SUP") && !share.equals("NAP")) {
                double expected = 100.0 * counted(row, "working_or_studying") / counted(row, "base");
                assertThat(share).matches("[0-9]{1,3},[0-9]");
                assertThat(Double.parseDouble(share.replace(',', '.'))).isBetween(expected - 0.0501, expected + 0.0501);
                assertThat(counted(row, "base")).isGreaterThan(20);
                assertThat(cell(row, "share_note")).isEmpty();
                shares++;
            } else {
                assertThat(cell(row, "share_note")).isNotEmpty();
            }
        }
        assertThat(shares).isGreaterThan(20);
    }

    @Test
    void showsTheTotalsThatTheQuestionIsAbout() {
        assertThat(table.rows())
                .filteredOn(row -> row.get(1).equals("TOTAL") && row.get(2).equals("TOTAL"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(cell(row, "share_percent")).contains(","));
    }

    @Test
    void logsTheProtectionWithoutSayingWhichFiguresWereSmall() throws Exception {
        JsonNode log = new JsonMapper()
                .readTree(dataset.folder().resolve(WorkingOrStudying.LOG).toFile());
        long withheld = table.rows().stream()
                .flatMap(row -> row.subList(3, row.size() - 2).stream())
                .filter("SUP"::equals)
                .count();

        assertThat(log.get("rules").get("minimumCell").asInt()).isEqualTo(5);
        assertThat(log.get("countsWithheld").asInt()).isPositive().isLessThanOrEqualTo((int) withheld);
        assertThat(log.toString()).doesNotContain("ORDINARIE", "TOTAL");
    }

    @Test
    void showsThePageInSwedish() throws Exception {
        String page = Files.readString(dataset.folder().resolve(WorkingOrStudying.HTML));

        assertThat(page)
                .contains("24 månader efter", "särskild arbetsplats", "kvinna", "Täckning, procent", "insatsens slut");
    }
}
