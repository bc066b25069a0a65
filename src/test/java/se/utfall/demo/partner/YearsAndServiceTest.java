package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LISA by year and AF by month, as the partner makes them up. */
class YearsAndServiceTest {
    private static final int PERSONS = 600;
    private static final Map<String, List<String>> ORDERED = Map.of(
            "LISA",
                    List.of(
                            "LoneInk",
                            "ForvInk",
                            "DispInk04",
                            "SocBidrPersF",
                            "ArbLos",
                            "ALosDag",
                            "AmPol",
                            "StudDelt",
                            "Sun2020Niva",
                            "Sun2020Niva_Old"),
            "AF", List.of("Inskriven", "SKAT", "OppetDagar", "ProgramDagar", "Programkod", "Akassa", "Aktivitetsstod"));

    @TempDir
    Path temp;

    private House house;
    private List<String> numbers;
    private final Map<String, TestLedger> ledgers = new HashMap<>();

    @BeforeEach
    void deliver() throws Exception {
        house = new House(temp);
        numbers = TestPeople.some(PERSONS);
        house.hub.put(TestPackage.ofYearsAndService(TestPeople.csv(numbers)));
        house.rounds().answer(1, House.leverans(1), "GODKAND");
    }

    @Test
    void splitsTheYearsAndHoldsExactlyTheRowsThatItSaysItPlanted() throws Exception {
        Set<String> kinds = new HashSet<>();
        for (int sequence = 1; sequence <= 2; sequence++) {
            TestPackage delivery = house.hub.open(House.leverans(sequence));
            for (Planted.InTable table : planted(sequence)) {
                TestLedger ledger = read(delivery, table);
                Map<String, Long> said = new TreeMap<>();
                table.setAside().forEach((reason, count) -> said.put(reason.name(), count));
                said.values().removeIf(count -> count == 0);
                assertThat(ledger.setAside).as(table.file()).isEqualTo(said);
                assertThat((long) ledger.linked.size()).isEqualTo(table.linkable());
                said.keySet().forEach(reason -> kinds.add(table.register() + " " + reason));
            }
        }

        assertThat(kinds).hasSize(12);
        assertThat(planted(1))
                .extracting(YearsAndServiceTest::told)
                .containsExactly(
                        "lisa_prel_1.csv 2023..2023", "lisa_prel_2.csv 2024..2024", "af_prel.csv 2023-01..2026-06");
        assertThat(planted(2))
                .extracting(YearsAndServiceTest::told)
                .containsExactly(
                        "lisa_def_1.csv 2023..2023", "lisa_prel_2.csv 2024..2024", "af_def.csv 2023-01..2026-06");
    }

    @Test
    void sumsTheMonthsOfTheServiceToTheYear() throws Exception {
        TestLedger lisa = second("lisa_def_1.csv");
        TestLedger af = second("af_def.csv");
        int compared = 0;
        for (String key : lisa.linked.keySet()) {
            String days = lisa.cell(key, "ALosDag");
            String person = key.substring(0, key.indexOf(' '));
            List<String> months = af.linked.keySet().stream()
                    .filter(k -> k.startsWith(person + " 2023-"))
                    .map(k -> af.cell(k, "OppetDagar"))
                    .toList();
            if (days.matches("[1-9][0-9]*")
                    && months.size() > 6
                    && months.stream().allMatch(d -> d.matches("[0-9]+"))) {
                int sum = months.stream().mapToInt(Integer::parseInt).sum();
                assertThat(sum).isLessThanOrEqualTo(Integer.parseInt(days));
                compared += sum == Integer.parseInt(days) ? 1 : 0;
            }
        }

        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void holdsWhatARegisterOfYearsHolds() throws Exception {
        TestLedger lisa = second("lisa_def_1.csv");
        Set<String> persons = lisa.linked.keySet().stream()
                .map(k -> k.substring(0, k.indexOf(' ')))
                .collect(Collectors.toSet());
        long coordination = numbers.stream().filter(n -> n.charAt(6) >= '6').count();
        long outsideButThere = persons.stream()
                .filter(p -> numbers.get(Integer.parseInt(p) - 1).charAt(6) >= '6')
                .count();

        assertThat(coordination).isGreaterThan(20);
        assertThat(outsideButThere).isPositive().isLessThan(coordination / 4);
        assertThat((double) persons.size() / (PERSONS - coordination)).isBetween(0.9, 1.05);
        assertThat(column(lisa, "LoneInk")).noneMatch(v -> v.startsWith("-")).contains("0");
        assertThat(column(lisa, "ForvInk")).anyMatch(v -> v.matches("-[1-9][0-9]*"));
        assertThat(ORDERED.get("LISA").stream().flatMap(name -> column(lisa, name).stream()))
                .contains("", ".");
        assertThat(column(lisa, "DispInk04")).anyMatch(v -> v.matches("-[1-9][0-9]*"));
        assertThat(column(lisa, "StudDelt")).contains("0", "1", "2", "3", "4");
        assertThat(column(lisa, "Sun2020Niva")).contains("206", "330", "999");
        assertThat(column(second("af_def.csv"), "Inskriven")).contains("J", "N");
    }

    private static List<String> column(TestLedger ledger, String name) {
        return ledger.linked.keySet().stream().map(k -> ledger.cell(k, name)).toList();
    }

    private TestLedger second(String file) throws Exception {
        TestPackage delivery = house.hub.open(House.leverans(2));
        Planted.InTable table = planted(2).stream()
                .filter(t -> t.file().equals(file))
                .findFirst()
                .orElseThrow();
        return ledgers.computeIfAbsent(file, f -> read(delivery, table));
    }

    private List<Planted.InTable> planted(int sequence) throws Exception {
        return house.partner().planted(House.leverans(sequence)).orElseThrow().tables();
    }

    private static TestLedger read(TestPackage delivery, Planted.InTable table) {
        List<String> ordered = ORDERED.get(table.register());
        return new TestLedger(TestTable.of(delivery.text(table.file())), PERSONS, table.from(), table.to(), ordered);
    }

    private static String told(Planted.InTable table) {
        return table.file() + " " + table.from() + ".." + table.to();
    }
}
