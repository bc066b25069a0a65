package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.Periods;

/** A study: one order, one set of running numbers, two packages of which neither holds the other's half. */
class StudyTest {
    static final Path EXAMPLE = Path.of("docs/operator/exempel/ifau-studie.yaml");

    @TempDir
    Path folder;

    private OrderHouse house;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
        house.fingerprints.putAll(Map.of("SCB", "5".repeat(40), "IFAU", "1".repeat(40)));
        house.persons
                .spell(0, "M0", "2024-02-01", "2024-08-31")
                .enrolment(0, "E0", "2023-11-01", "2024-09-30")
                .measure(0, "M0", "E0", "STOCKHOLMSJOBB", "2024-02-01", "2024-08-31")
                .spell(1, "M1", "2024-05-02", null)
                .enrolment(1, "E1", "2021-01-11", "2021-12-31")
                .enrolment(1, "E2", "2024-03-01", null)
                .measure(1, "M1b", "E9", "PRAKTIK", "2021-02-01", "2021-05-31")
                .measure(1, "M1", "E2", "STOCKHOLMSJOBB", "2024-05-02", null)
                .enrolment(2, "E3", "2024-01-08", "2024-03-31")
                .enrolment(3, "E4", "2024-04-01", null)
                .enrolment(4, "E5", "2020-01-01", "2020-06-30")
                .enrolment(5, "E6", "2024-01-08", null)
                .measure(5, "M5", "E6", "STOCKHOLMSJOBB", "2022-06-01", "2022-12-31");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private OrderId frozen() {
        OrderId id = house.orders.create(EXAMPLE, OrderHouse.OLGA);
        house.orders.freeze(id, OrderHouse.OLGA);
        return id;
    }

    private OrderId released() {
        OrderId id = frozen();
        house.orders.approve(id, OrderHouse.ANNA);
        house.orders.approve(id, OrderHouse.BEA);
        house.orders.send(id, OrderHouse.OLGA);
        return id;
    }

    private OrderId sealed() {
        OrderId id = released();
        house.database.useTransaction(h -> house.orders.sealed(h, id, 1));
        return id;
    }

    @Test
    void givesTheKeeperTheNumbersAndNothingElse() throws IOException {
        Map<String, String> entries = unzip(house.zip(frozen(), "SCB"));

        assertThat(entries.keySet()).containsExactly("manifest.json", "population.csv");
        assertThat(entries.get("population.csv").lines().skip(1))
                .hasSize(4)
                .allMatch(line -> line.matches("[1-4];[0-9]{12};STUDIE;;"));
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.path("order").asText()).isEqualTo("IFAU-2026-001");
        assertThat(manifest.path("mottagare").asText()).isEqualTo("SCB");
        assertThat(manifest.path("leveranssatt").asText()).isEqualTo("IFAU");
        assertThat(manifest.path("register")).hasSize(2);
        assertThat(manifest.path("sekvens").asInt()).isOne();
    }

    @Test
    void givesTheResearchersTheContentWithoutAnyNumber() throws IOException {
        OrderId id = frozen();

        Map<String, String> content = unzip(house.zip(id, "IFAU"));

        assertThat(content.keySet())
                .containsExactly("manifest.json", "individer.csv", "inskrivningar.csv", "insatser.csv");
        Map<String, Integer> numbers = numbers(id);
        assertThat(content.values()).allSatisfy(text -> {
            FakePersons.NUMBERS.forEach(number -> assertThat(text).doesNotContain(number, number.substring(2)));
            assertThat(text).doesNotContain("E0", "E2", "M1b");
        });
        assertThat(lines(content, "individer.csv", numbers.get("199011145191")))
                .containsExactly("DELTAGARE;2;1990;3;J");
        assertThat(lines(content, "individer.csv", numbers.get("200309192391")))
                .containsExactly("JAMFORELSE;1;2003;2;");
        int bo = numbers.get("199706182392");
        assertThat(lines(content, "inskrivningar.csv", bo))
                .containsExactly("1;2021-01-11;2021-12-31;ARBETE", "2;2024-03-01;;");
        assertThat(lines(content, "insatser.csv", bo))
                .containsExactly(
                        "1;;PRAKTIK;EXTERN;2021-02-01;2021-05-31;75", "2;2;STOCKHOLMSJOBB;EXTERN;2024-05-02;;75");
        JsonNode manifest = new ObjectMapper().readTree(content.get("manifest.json"));
        assertThat(manifest.has("register") || manifest.has("variabler")).isFalse();
        assertThat(manifest.path("partnerref").asText()).isEqualTo("IFAU-2026-901");
        assertThat(manifest.at("/period/till").asText()).isEqualTo("2026-06");
        assertThat(manifest.path("filer").findValuesAsText("namn"))
                .containsExactly("individer.csv", "inskrivningar.csv", "insatser.csv");
    }

    @Test
    void assignsIndexDatesOnWhichComparisonPersonsWereEnrolledAndNotBegun() throws IOException {
        OrderId id = frozen();

        OrderView.StudyView study = house.orders.show(id).study();
        assertThat(List.of(study.participants(), study.comparison())).containsExactly(2, 2);
        FollowUpFacts facts = house.orders.followUpFacts(id);
        Map<String, Integer> numbers = numbers(id);
        int early = numbers.get("200309192391");
        int late = numbers.get("200209132398");
        assertThat(facts.role(early)).isEqualTo(CohortRole.COMPARISON);
        assertThat(facts.anchorMonth(early)).isEqualTo(Periods.monthIndex(LocalDate.of(2024, 2, 1)));
        assertThat(facts.anchorMonth(late)).isEqualTo(Periods.monthIndex(LocalDate.of(2024, 5, 1)));
        int treated = numbers.get("199706182392");
        assertThat(facts.role(treated)).isEqualTo(CohortRole.PARTICIPANT);
        assertThat(facts.anchorMonth(treated)).isEqualTo(Periods.monthIndex(LocalDate.of(2024, 5, 1)));
    }

    @Test
    void leavesOutAProtectedComparisonPerson() {
        house.persons.protect(2);

        OrderView view = house.orders.show(frozen());

        assertThat(view.funnel().protectedExcluded()).isOne();
        assertThat(view.study().comparison()).isOne();
        assertThat(view.study().participants() + view.study().comparison())
                .isEqualTo(view.funnel().ordered());
    }

    @Test
    void drawsTheSameAgainAfterAFreezeThatWasCutShort() throws IOException {
        OrderId id = house.orders.create(EXAMPLE, OrderHouse.OLGA);
        house.persons.broken = true;
        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.OLGA)).hasMessageContaining("away");
        house.persons.broken = false;
        house.orders.freeze(id, OrderHouse.OLGA);
        byte[] first = house.zip(id, "IFAU");
        house.sql("UPDATE order_ SET state = 'SPEC_APPROVED'");

        house.orders.freeze(id, OrderHouse.OLGA);

        assertThat(house.zip(id, "IFAU")).isEqualTo(first);
        try (var left = Files.list(folder.resolve("archive"))) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void handsOutBothPackagesTogether() {
        OrderId id = released();

        ApprovedOrder approved = house.orders.nextApproved(Set.of()).orElseThrow();

        assertThat(approved.id()).isEqualTo(id);
        assertThat(approved.packages())
                .extracting(ApprovedOrder.Content::recipient)
                .containsExactly("SCB", "IFAU");
        assertThat(approved.packages().get(1).recipientFingerprint()).isEqualTo("1".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCB", "IFAU"})
    void oneRecipientsOtherKeyVoidsTheApprovalsOfBoth(String recipient) {
        OrderId id = released();

        house.fingerprints.put(recipient, "F".repeat(40));

        assertThat(house.orders.nextApproved(Set.of())).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.POPULATION_FROZEN);
        assertThat(house.tasksOpen()).contains("APPROVAL_VOID");
    }

    @ParameterizedTest
    @CsvSource({"zip-SCB", "zip"})
    void anotherContentOfEitherPackageVoidsTheApprovals(String kind) throws IOException {
        OrderId other = released();
        house.sql("UPDATE order_ SET released = 0");
        house.persons.enrolment(6, "E7", "2024-01-08", null);
        OrderId id = released();
        Path archive = folder.resolve("archive");
        Files.copy(
                archive.resolve(other + "_001_a1." + kind + ".sealed"),
                archive.resolve(id + "_001_a1." + kind + ".sealed"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(house.orders.nextApproved(Set.of())).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.POPULATION_FROZEN);
    }

    @Test
    void isSentWithTheFirstPackageAndAcknowledgedWithTheLast() {
        OrderId id = sealed();
        assertThat(states(id)).containsExactly("IFAU SEALED", "SCB SEALED");

        house.database.useTransaction(h -> house.orders.sent(h, id, 1, "SCB"));
        assertThat(house.state(id)).isEqualTo(OrderState.SENT);
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        assertThat(house.state(id)).isEqualTo(OrderState.SENT);
        assertThat(states(id)).containsExactly("IFAU SEALED", "SCB ACKNOWLEDGED");
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        assertThat(house.state(id)).isEqualTo(OrderState.SENT);

        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "IFAU"));

        assertThat(house.state(id)).isEqualTo(OrderState.ACKNOWLEDGED);
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void isRejectedWhenOneRecipientRefuses() {
        OrderId id = sealed();
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));

        house.database.useTransaction(h -> house.orders.rejected(h, id, 1, "IFAU", "INNEHALL: x"));

        assertThat(house.state(id)).isEqualTo(OrderState.REJECTED);
        assertThat(states(id)).containsExactly("IFAU REJECTED", "SCB ACKNOWLEDGED");
        assertThat(house.tasksOpen()).containsExactly("REJECTED");
    }

    @Test
    void aDeliveryStandsForTheResearchersReceiptButNotForTheKeepers() {
        OrderId id = sealed();

        house.database.useTransaction(h -> house.orders.delivered(h, id, true));

        assertThat(house.state(id)).isEqualTo(OrderState.DELIVERED);
        assertThat(states(id)).containsExactly("IFAU ACKNOWLEDGED", "SCB SEALED");
        assertThat(house.tasksOpen()).containsExactly("DELIVERED_BEFORE_RECEIPT");
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        assertThat(house.tasksOpen()).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.DELIVERED);
    }

    private List<String> states(OrderId id) {
        return house.orders.show(id).study().packages().stream()
                .map(p -> p.recipient() + " " + p.state())
                .toList();
    }

    /** Running numbers by personal number, from the key file. */
    private Map<String, Integer> numbers(OrderId id) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        unzip(house.zip(id, "SCB")).get("population.csv").lines().skip(1).forEach(line -> {
            String[] fields = line.split(";", -1);
            numbers.put(fields[1], Integer.valueOf(fields[0]));
        });
        return numbers;
    }

    private static List<String> lines(Map<String, String> content, String file, int number) {
        return content.get(file)
                .lines()
                .filter(line -> line.startsWith(number + ";"))
                .map(line -> line.substring(line.indexOf(';') + 1))
                .toList();
    }

    static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
