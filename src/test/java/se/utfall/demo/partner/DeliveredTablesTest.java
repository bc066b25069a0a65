package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the tables: what was promised of them, and lives that can be believed. */
class DeliveredTablesTest {
    private static final List<String> BAS = List.of("SyssStat", "KommunalInsats", "Subv", "AntalArbetsgivare", "Sni2");
    private static final List<String> EKB =
            List.of("Bistand", "HushallBelopp", "HushallPersoner", "Forsorjningshinder", "Avslutsorsak");
    private static final int PERSONS = 400;

    @TempDir
    Path temp;

    @Test
    void holdsExactlyTheRowsThatItSaysItPlanted() throws Exception {
        House house = new House(temp).ordered(PERSONS).answer(1, House.leverans(1), "GODKAND");

        Set<String> kinds = new HashSet<>();
        for (int sequence = 1; sequence <= 2; sequence++) {
            TestPackage delivery = house.hub.open(House.leverans(sequence));
            Planted planted = house.partner().planted(House.leverans(sequence)).orElseThrow();
            assertThat(planted.delivery()).isEqualTo(House.leverans(sequence));
            assertThat(planted.tables()).hasSize(3);
            for (Planted.InTable table : planted.tables()) {
                TestLedger ledger = ledger(delivery, table);
                Map<String, Long> said = new TreeMap<>();
                table.setAside().forEach((reason, count) -> said.put(reason.name(), count));
                said.values().removeIf(count -> count == 0);
                assertThat(ledger.setAside).as(table.file()).isEqualTo(said);
                assertThat((long) ledger.linked.size()).isEqualTo(table.linkable());
                assertThat(TestTable.of(delivery.text(table.file())).rows).hasSize((int) table.rows());
                assertThat((double) table.linkable() / table.rows()).isBetween(0.98, 0.999);
                said.keySet().forEach(reason -> kinds.add(table.register() + " " + reason));
            }
        }

        assertThat(kinds).hasSize(12);
    }

    @Test
    void writesColumnsInItsOwnWay() throws Exception {
        TestPackage delivery = new House(temp).ordered(PERSONS).hub.open(House.leverans(1));

        assertThat(TestTable.of(delivery.text("bas_prel_1.csv")).header)
                .containsExactly(
                        "PERIOD",
                        "SNI2",
                        "antalArbetsgivare",
                        "SUBV",
                        "kommunalinsats",
                        "SYSSSTAT",
                        "Kommun",
                        "LopNr",
                        "SenPNr",
                        "AterPNr");
        assertThat(TestTable.of(delivery.text("ekb_prel.csv")).header)
                .startsWith("PERIOD", "AVSLUTSORSAK", "forsorjningsHinder")
                .endsWith("BISTAND", "Hushallstyp", "LopNr", "SenPNr", "ÅterPNr");
    }

    @Test
    void deliversOrderedVariablesOnly() throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(PERSONS));
        order.manifest.putArray("register").add("EKB").add("LISA");
        order.manifest.putObject("period").put("fran", "2024-11").put("till", "2025-03");
        order.manifest
                .putObject("variabler")
                .putArray("EKB")
                .add("Avslutsorsak")
                .add("Bistand");
        order.manifest.withObjectProperty("variabler").putArray("LISA").add("LoneInk");
        House house = new House(temp);
        house.hub.put(order);

        TestPackage delivery = house.rounds().hub.open(House.leverans(1));

        assertThat(delivery.files).containsOnlyKeys("lisa_prel_1.csv", "ekb_prel.csv");
        TestTable lisa = TestTable.of(delivery.text("lisa_prel_1.csv"));
        assertThat(lisa.header).containsExactly("PERIOD", "LONEINK", "FamTypF", "LopNr", "SenPNr", "ÅterPNr");
        assertThat(lisa.column("period")).contains("2024");
        assertThat(TestTable.of(delivery.text("ekb_prel.csv")).header)
                .containsExactly("PERIOD", "BISTAND", "AVSLUTSORSAK", "Hushallstyp", "LopNr", "SenPNr", "ÅterPNr");
    }

    @Test
    void answersForThePersonWhateverTheRunningNumber(@TempDir Path other) throws Exception {
        List<String> numbers = TestPeople.some(PERSONS);
        List<String> shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, new Random(3));

        Map<String, String> first = cells(new House(temp), numbers);
        Map<String, String> second = cells(new House(other), shuffled);

        assertThat(second).isEqualTo(first).hasSizeGreaterThan(5_000);
        assertThat(first.values().stream().distinct().count()).isGreaterThan(50);
    }

    /** Every linked cell by person, register and month. */
    private static Map<String, String> cells(House house, List<String> numbers) throws Exception {
        house.hub.put(TestPackage.order(TestPeople.csv(numbers)));
        house.rounds();
        TestPackage delivery = house.hub.open(House.leverans(1));
        Map<String, String> cells = new HashMap<>();
        for (Planted.InTable table :
                house.partner().planted(House.leverans(1)).orElseThrow().tables()) {
            TestLedger ledger = ledger(delivery, table);
            ledger.linked.keySet().forEach(key -> {
                String[] parts = key.split(" ", -1);
                String person = numbers.get(Integer.parseInt(parts[0]) - 1);
                String values = (table.register().equals("BAS") ? BAS : EKB)
                        .stream().map(name -> ledger.cell(key, name)).collect(Collectors.joining(";"));
                cells.put(person + " " + table.register() + " " + parts[1], values);
            });
        }
        return cells;
    }

    @Test
    void letsWorkGrowAndAssistanceFallAfterTheMunicipalJob() throws Exception {
        Lives lives = new Lives(new House(temp));

        double working3 = lives.shareAfter(3, "BAS", "SyssStat", Set.of("1"));
        double working12 = lives.shareAfter(12, "BAS", "SyssStat", Set.of("1"));
        double working24 = lives.shareAfter(24, "BAS", "SyssStat", Set.of("1"));
        double aided3 = lives.shareAfter(3, "EKB", "Bistand", Set.of("J"));
        double aided24 = lives.shareAfter(24, "EKB", "Bistand", Set.of("J"));

        assertThat(working3).isBetween(0.15, 0.40);
        assertThat(working12).isGreaterThan(working3 + 0.08);
        assertThat(working24).isBetween(working12, 0.75);
        assertThat(lives.shareAfter(6, "BAS", "SyssStat", Set.of("3"))).isBetween(0.03, 0.2);
        assertThat(aided24).isPositive().isLessThan(aided3 - 0.15);
        assertThat(lives.shareAfter(0, "BAS", "KommunalInsats", Set.of("J"))).isGreaterThan(0.9);
        assertThat(lives.shareAfter(8, "BAS", "KommunalInsats", Set.of("J"))).isBetween(0.01, 0.1);
    }

    @Test
    void knowsSomeNotAtAllAndSomeNoLonger() throws Exception {
        Lives lives = new Lives(new House(temp));
        Map<String, YearMonth> last = new HashMap<>();
        lives.cells.keySet().stream().filter(k -> k.contains(" BAS ")).forEach(key -> {
            String[] parts = key.split(" ", -1);
            last.merge(parts[0], YearMonth.parse(parts[2]), (a, b) -> a.isAfter(b) ? a : b);
        });
        List<String> numbers = TestPeople.some(PERSONS);
        long unknown = numbers.stream().filter(n -> !last.containsKey(n)).count();
        long coordinationUnknown = numbers.stream()
                .filter(n -> n.charAt(6) >= '6' && !last.containsKey(n))
                .count();
        long gone = last.values().stream()
                .filter(m -> m.isBefore(YearMonth.of(2025, 9)))
                .count();

        assertThat(coordinationUnknown).isBetween(10L, 30L);
        assertThat(unknown - coordinationUnknown).isBetween(2L, 20L);
        assertThat(gone).isBetween(3L, 25L);
        assertThat(lives.cells.values().stream()
                        .flatMap(v -> List.of(v.split(";", -1)).stream())
                        .collect(Collectors.toSet()))
                .contains(".", "", "J", "N", "84");
    }

    private static TestLedger ledger(TestPackage delivery, Planted.InTable table) {
        List<String> ordered = table.register().equals("BAS") ? BAS : EKB;
        return new TestLedger(TestTable.of(delivery.text(table.file())), PERSONS, table.from(), table.to(), ordered);
    }

    /** The first delivery's cells, and when each person's municipal job ended. */
    private static final class Lives {
        private final Map<String, String> cells;
        private final Map<String, YearMonth> ends = new HashMap<>();

        Lives(House house) throws Exception {
            List<String> numbers = TestPeople.some(PERSONS);
            cells = cells(house, numbers);
            TestPeople.csv(numbers)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .forEach(f -> ends.put(f[1], YearMonth.parse(f[4].substring(0, 7))));
        }

        /** Of those who have a BAS row so long after the end. */
        double shareAfter(int months, String register, String column, Set<String> values) {
            int at = (register.equals("BAS") ? BAS : EKB).indexOf(column);
            long all = 0;
            long those = 0;
            for (Map.Entry<String, YearMonth> end : ends.entrySet()) {
                String month = end.getValue().plusMonths(months).toString();
                if (cells.containsKey(end.getKey() + " BAS " + month)) {
                    all++;
                    String found = cells.get(end.getKey() + " " + register + " " + month);
                    those += found != null && values.contains(found.split(";", -1)[at]) ? 1 : 0;
                }
            }
            assertThat(all).isGreaterThan(100);
            return (double) those / all;
        }
    }
}
