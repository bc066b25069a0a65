package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.register.Spell;
import se.utfall.store.TestDatabase;

class FreezingTest {
    @TempDir
    Path folder;

    OrderHouse house;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void writesThePopulationByTheContract() throws IOException {
        house.persons.spell(0, "M1", "2024-01-08", "2024-06-20").spell(1, "M2", "2024-02-01", "2024-07-31");

        Map<String, byte[]> entries = unzip(house.zip(house.frozen()));

        assertThat(entries.keySet()).containsExactly("manifest.json", "population.csv");
        List<String> lines = text(entries, "population.csv").lines().toList();
        assertThat(lines.get(0)).isEqualTo("lopnr;personnummer;grupp;startdatum;slutdatum");
        assertThat(lines.subList(1, 3).stream().map(l -> l.substring(2)))
                .containsExactlyInAnyOrder(
                        "199011145191;DELTAGARE;2024-01-08;2024-06-20", "199706182392;DELTAGARE;2024-02-01;2024-07-31");
        assertThat(lines.get(1)).startsWith("1;");
        assertThat(lines.get(2)).startsWith("2;");
        assertThat(text(entries, "population.csv")).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void writesTheManifestByTheContract() throws IOException {
        house.persons.persons(1, 5);

        Map<String, byte[]> entries = unzip(house.zip(house.frozen()));

        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.get("format").asText()).isEqualTo("utfall-paket/1");
        assertThat(manifest.get("paket").asText()).isEqualTo("bestallning");
        assertThat(manifest.get("order").asText()).isEqualTo("SCB-2026-001");
        assertThat(manifest.get("sekvens").isInt()).isTrue();
        assertThat(manifest.get("avsandare").asText()).isEqualTo("AMF");
        assertThat(manifest.get("mottagare").asText()).isEqualTo("SCB");
        assertThat(manifest.get("skapad").asText()).isEqualTo("2026-11-24T09:00:00+01:00");
        assertThat(manifest.get("register").toString()).isEqualTo("[\"BAS\",\"LISA\",\"EKB\",\"AF\"]");
        assertThat(manifest.get("variabler").get("EKB").size()).isEqualTo(5);
        assertThat(manifest.get("variabler").get("LISA").size()).isEqualTo(10);
        assertThat(manifest.get("variabler").get("AF").size()).isEqualTo(7);
        assertThat(manifest.get("period").toString()).isEqualTo("{\"fran\":\"2023-01\",\"till\":\"2026-06\"}");
        assertThat(manifest.get("leveranssatt").asText()).isEqualTo("FIL");
        assertThat(manifest.get("gallras").asText()).isEqualTo("2031-12-31");
        JsonNode file = manifest.get("filer").get(0);
        assertThat(file.get("rader").asInt()).isEqualTo(5);
        assertThat(file.get("sha256").asText()).isEqualTo(Digested.sha256(entries.get("population.csv")));
    }

    @Test
    void takesTheLatestEventOfAPersonAndBreaksTiesById() throws IOException {
        house.persons
                .spell(0, "M1", "2023-01-01", "2023-05-01")
                .spell(0, "M9", "2024-03-01", "2024-05-01")
                .spell(0, "M3", "2024-02-01", "2024-05-01")
                .spell(0, "M4", "2026-02-01", "2027-05-01")
                .spell(0, "M5", "2024-06-01", null);

        String csv = text(unzip(house.zip(house.frozen())), "population.csv");

        assertThat(csv).contains("2024-02-01;2024-05-01").hasLineCount(2);
    }

    @Test
    void countsEveryPersonInTheFunnelOnce() {
        house.persons
                .persons(1, 20)
                .spell(1, "M1b", "2024-01-01", "2024-12-01")
                .spell(2, "M2b", "2024-01-01", "2024-12-01", false)
                .spell(30, "M30", "2024-01-01", "2024-12-01", false)
                .standing(3, new Spell.Standing(true, false, null, null, null))
                .standing(4, new Spell.Standing(false, true, null, null, null));

        OrderView view = house.orders.show(house.frozen());

        assertThat(view.funnel()).isEqualTo(new OrderView.Funnel(23, 21, 18, 1, 1, 1));
    }

    @Test
    void givesTheSameBytesWhenTheProcessDiedBetweenFilesAndRow() throws IOException {
        house.persons.persons(1, 50);
        OrderId id = house.created();
        TestDatabase.spoil(house.database, "UPDATE OF state", "order_", "");
        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.OLGA)).isInstanceOf(RuntimeException.class);
        TestDatabase.mend(house.database, "order_");
        byte[] first = house.zip(id);
        assertThat(house.state(id)).isEqualTo(OrderState.SPEC_APPROVED);

        house.orders.freeze(id, OrderHouse.OLGA);

        assertThat(house.zip(id)).isEqualTo(first);
        try (Stream<Path> left = Files.list(folder.resolve("archive"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void canBeRepeatedWhenTheRegisterFailed() {
        house.persons.persons(1, 3).broken = true;
        OrderId id = house.created();
        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.OLGA)).hasMessage("the register is away");

        house.persons.broken = false;

        assertThat(house.orders.freeze(id, OrderHouse.OLGA).funnel().ordered()).isEqualTo(3);
    }

    @Test
    void refusesAnEmptyPopulationAndAFreezeByOneWhoMayNot() {
        OrderId id = house.created();

        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.OLGA)).hasMessageStartingWith("EMPTY_POPULATION");
        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.ANNA)).hasMessageStartingWith("ROLE");
    }

    @Test
    void leavesNoNumberInTheDatabaseOrTheArchive() throws IOException {
        house.persons.persons(1, 40);
        house.sealed();
        house.close();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String number : FakePersons.NUMBERS) {
                    assertThat(bytes.contains(number.substring(2)))
                            .as("%s", file.getFileName())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void numbersPersonsInAnOrderThatTellsNothing() {
        house.persons.persons(1, 2000);

        int[] first = numbersOf(house.frozen(), 2000);
        int[] second = numbersOf(house.frozen(), 2000);

        int[] asRead = new int[2001];
        for (int person = 1; person <= 2000; person++) {
            asRead[person] = person;
        }
        assertThat(Math.abs(correlation(asRead, first))).isLessThan(0.1);
        assertThat(Math.abs(correlation(first, second))).isLessThan(0.1);
    }

    @Test
    @Tag("slow")
    void freezesAHundredThousandPersonsWithinSeconds() {
        house.persons.persons(1, 100_000);
        OrderId id = house.created();

        long start = cpu();
        OrderView view = house.orders.freeze(id, OrderHouse.OLGA);
        FollowUpFacts facts = house.orders.followUpFacts(id);

        assertThat(cpu() - start).as("ns of processor time").isBetween(1L, 10_000_000_000L);
        assertThat(view.funnel().ordered()).isEqualTo(100_000);
        assertThat(facts.size()).isEqualTo(100_000);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private int[] numbersOf(OrderId id, int persons) {
        PopulationTable table = house.archive.table(house.database.inTransaction(h -> house.table.get(h, id)));
        int[] numbers = new int[persons + 1];
        for (int number = 1; number <= table.size(); number++) {
            numbers[(int) ByteBuffer.wrap(table.person(number).bytes()).getLong(8)] = number;
        }
        return numbers;
    }

    private static double correlation(int[] one, int[] other) {
        int n = one.length - 1;
        double squares = 0;
        for (int i = 1; i <= n; i++) {
            squares += Math.pow(one[i] - other[i], 2);
        }
        return 1 - 6 * squares / (n * ((double) n * n - 1));
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
