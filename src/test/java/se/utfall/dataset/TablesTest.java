package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.order.FollowUpFacts.Background;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeRecord;

/** The cleared tables against counts of the records by hand. */
class TablesTest {
    @TempDir
    static Path temp;

    private static DatasetHouse house;
    private static DatasetView dataset;
    private static final Map<String, Long> COUNTED = new HashMap<>();

    @BeforeAll
    static void build() {
        house = new DatasetHouse(temp, new MadeUp(3_000, 30));
        dataset = house.built();
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

    private static void count(LinkedRecord r) {
        OutcomeRecord record = r.record();
        Integer months = record.monthsFromAnchor();
        if (months == null || !List.of(3, 6, 12, 24).contains(months)) {
            return;
        }
        boolean base =
                record.observation() == Observation.OBSERVED || record.observation() == Observation.OBSERVED_ABSENT;
        groups(house.order.background(r.runningNumber())).forEach((breakdown, category) -> {
            String at = record.register().source() + "/" + months + "/" + breakdown + "/" + category + "/";
            COUNTED.merge(at + "persons", 1L, Long::sum);
            if (base) {
                COUNTED.merge(at + "base", 1L, Long::sum);
                states(record).forEach(state -> COUNTED.merge(at + state, 1L, Long::sum));
            }
        });
    }

    private static List<String> states(OutcomeRecord record) {
        List<String> states = new ArrayList<>();
        var employment = record.employment();
        var studies = record.studies();
        var assistance = record.socialAssistance();
        boolean working = employment != null && Boolean.TRUE.equals(employment.employed());
        boolean studying = studies != null && Boolean.TRUE.equals(studies.inStudies());
        states.add(working || studying ? "working_or_studying" : "not_working_or_studying");
        boolean unemployed = employment != null && employment.mainStatus() == MainStatus.UNEMPLOYED;
        states.add(unemployed ? "unemployed" : "not_unemployed");
        boolean received = assistance != null && Boolean.TRUE.equals(assistance.received());
        states.add(received ? "receiving_assistance" : "not_receiving_assistance");
        return states;
    }

    private static Map<String, String> groups(Background b) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("TOTAL", "TOTAL");
        groups.put("measure", String.valueOf(b.measure()));
        groups.put("workplace", b.workplace() == null ? "UNKNOWN" : b.workplace());
        groups.put("sex", String.valueOf(b.sex()));
        groups.put("newly_arrived", b.newlyArrived() == null ? "UNKNOWN" : b.newlyArrived() ? "1" : "0");
        String education = b.educationLevel();
        groups.put("short_education", education == null ? "UNKNOWN" : "12".contains(education) ? "1" : "0");
        groups.put("youth", "16-24".equals(b.ageBand()) ? "1" : "0");
        return groups;
    }

    /** A table's lines by column. */
    private static List<Map<String, String>> lines(String name) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        List<String> text = Files.readAllLines(dataset.folder().resolve(StatTable.csv(name)));
        List<String> header = List.of(text.get(0).split(";", -1));
        for (String line : text.subList(1, text.size())) {
            String[] cells = line.split(";", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header.get(i), cells[i]);
            }
            lines.add(row);
        }
        return lines;
    }

    private static long counted(Map<String, String> row, String column) {
        long sum = 0;
        for (String category : row.get("category").split("\\+", -1)) {
            sum += COUNTED.getOrDefault(
                    String.join(
                            "/", row.get("register"), row.get("months_after"), row.get("breakdown"), category, column),
                    0L);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"working-or-studying", "economic-assistance", "unemployment"})
    void showsWhatIsThereOrNothing(String name) throws IOException {
        int shown = 0;
        for (Map<String, String> row : lines(name)) {
            assertThat(row.get("persons")).isEqualTo(Long.toString(counted(row, "persons")));
            for (String column : row.keySet()) {
                boolean figure =
                        column.equals("base") || row.containsKey(column + "_percent") || column.startsWith("not_");
                if (figure && !row.get(column).equals("SUP")) {
                    assertThat(row.get(column)).as("%s %s", row, column).isEqualTo(Long.toString(counted(row, column)));
                    assertThat(counted(row, column)).matches(n -> n == 0 || n >= 5);
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"working-or-studying", "economic-assistance", "unemployment"})
    void breaksDownByMeasureAndGroupAndShowsTheTotalsThatTheQuestionIsAbout(String name) throws IOException {
        assertThat(lines(name))
                .extracting(row -> row.get("breakdown"))
                .contains("TOTAL", "measure", "sex", "newly_arrived", "short_education", "youth");
        assertThat(lines(name))
                .filteredOn(row -> row.get("breakdown").equals("TOTAL"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(
                                row.entrySet().stream().filter(e -> e.getKey().endsWith("_percent")))
                        .allSatisfy(e -> assertThat(e.getValue()).contains(",")));
    }

    @Test
    void takesTheShareOfThoseWhoAreKnownWithDecimalComma() throws IOException {
        int shares = 0;
        for (Map<String, String> row : lines("working-or-studying")) {
            String share = row.get("working_or_studying_percent");
            if (share.contains(",")) {
                double expected = 100.0 * counted(row, "working_or_studying") / counted(row, "base");
                assertThat(Double.parseDouble(share.replace(',', '.'))).isBetween(expected - 0.0501, expected + 0.0501);
                assertThat(counted(row, "base")).isGreaterThan(20);
                shares++;
            } else {
                assertThat(row.get("working_or_studying_note")).isNotEmpty();
            }
        }
        assertThat(shares).isGreaterThan(20);
    }

    @Test
    void dividesTheCostsOfTheTimeByTheResults() throws IOException {
        long results = COUNTED.get("SCB_BAS/3/TOTAL/TOTAL/working_or_studying");
        Map<String, String> row = lines("cost-per-result").get(0);

        assertThat(row.get("measure")).isEqualTo("STOCKHOLMSJOBB");
        assertThat(row.get("cost_ore")).isEqualTo("499000050");
        assertThat(row.get("cost_rows")).isEqualTo("2");
        assertThat(row.get("cost_rows_partly")).isEqualTo("1");
        assertThat(row.get("results")).isEqualTo(Long.toString(results));
        assertThat(row.get("cost_per_result_ore")).isEqualTo(Long.toString(Math.round(499_000_050.0 / results)));
    }

    @Test
    void comparesTheLastRatingWithTheFirstAndTellsTheAttrition() throws IOException {
        List<Map<String, String>> rows = lines("progression");
        long before = 0;
        long twice = 0;
        long higher = 0;
        for (int n = 3; n <= house.order.size(); n += 3) {
            if (!house.order.recalled(n)) {
                before++;
                twice += n % 2 == 0 ? 1 : 0;
                higher += n % 2 == 0 && n % 7 > n % 5 ? 1 : 0;
            }
        }

        assertThat(rows)
                .filteredOn(row -> row.get("instrument_version").equals("2"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("persons")).isEqualTo(Integer.toString(house.order.sentNow())));
        assertThat(rows.get(rows.size() - 1))
                .containsEntry("rated_before", Long.toString(before))
                .containsEntry("rated_twice", Long.toString(twice))
                .containsEntry("not_rated_again", Long.toString(before - twice))
                .containsEntry("improved", Long.toString(higher));
    }

    @Test
    void refusesDisabilityInWordsWhereverOneWouldAskForIt() throws IOException {
        String why = "Personer med funktionsnedsättning kan inte följas som grupp";
        for (String page : List.of(
                "working-or-studying", "economic-assistance", "unemployment", "cost-per-result", "progression")) {
            assertThat(dataset.folder().resolve("tables/" + page + ".html"))
                    .content()
                    .contains(why);
        }
        assertThat(dataset.folder().resolve("LAS-MIG.html")).content().contains(why);
        assertThat(dataset.folder().resolve("tables/not-made.csv")).content().contains(";disability;DISABILITY;" + why);
        assertThat(dataset.folder().resolve("README.en.md"))
                .content()
                .contains("disability cannot be followed as a group");
    }

    @Test
    void logsTheProtectionWithoutSayingWhichFiguresWereSmall() throws IOException {
        JsonNode log = new JsonMapper()
                .readTree(dataset.folder()
                        .resolve("tables/working-or-studying.protection.json")
                        .toFile());

        assertThat(log.get("rules").get("minimumCell").asInt()).isEqualTo(5);
        assertThat(log.get("countsWithheld").asInt())
                .isLessThan(log.get("counts").asInt());
        assertThat(log.toString()).doesNotContain("ORDINARIE", "TOTAL");
    }

    @Test
    void drawsChartsThatSayEverythingInWords() throws IOException {
        String svg = Files.readString(dataset.folder().resolve("tables/working-or-studying.svg"));

        assertThat(svg)
                .contains("role=\"img\"", "<title", "<desc", "Alla: 3 mån ", " procent", "Kvinna")
                .doesNotContain("<script", "href");
    }
}
