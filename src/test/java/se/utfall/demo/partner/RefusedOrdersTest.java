package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verified packages that break the contract: answered MOTTAGEN and AVVISAD with a code, and nothing is delivered. */
class RefusedOrdersTest {
    private static final String ALVA = TestPeople.personal().get(0);
    private static final String BO = TestPeople.personal().get(1);

    @TempDir
    Path temp;

    static Stream<Arguments> orders() {
        return Stream.of(
                manifest("MANIFEST", m -> m.put("format", "utfall-paket/2")),
                manifest("MANIFEST", m -> m.put("paket", "leverans")),
                manifest("MANIFEST", m -> m.put("order", "SCB-2026-002")),
                manifest("MANIFEST", m -> m.put("sekvens", 2)),
                manifest("MANIFEST", m -> m.put("sekvens", "1")),
                manifest("MANIFEST", m -> m.put("avsandare", "IFAU")),
                manifest("MANIFEST", m -> m.put("mottagare", "IFAU")),
                manifest("MANIFEST", m -> m.put("skapad", "2026-11-24")),
                manifest("MANIFEST", m -> m.remove("filer")),
                manifest("MANIFEST", m -> m.put("andamal", " ")),
                manifest("MANIFEST", m -> m.remove("beslut")),
                manifest("MANIFEST", m -> m.put("gallras", "2031")),
                manifest("GALLRAS", m -> m.put("gallras", "2026-11-23")),
                manifest("LEVERANSSATT", m -> m.put("leveranssatt", "BREV")),
                manifest("MANIFEST", m -> m.withObjectProperty("period").put("fran", "2023-13")),
                manifest("PERIOD", m -> m.withObjectProperty("period").put("till", "2022-12")),
                manifest("REGISTER", m -> m.putArray("register").add("BAS")),
                manifest("REGISTER", m -> m.withArray("register").add("BAS")),
                manifest("REGISTER", m -> m.withArray("register").add("RAMS")),
                manifest("REGISTER", m -> m.withArray("register").add("LISA")),
                manifest(
                        "VARIABEL",
                        m -> m.withObjectProperty("variabler").withArray("BAS").add("SYSSSTAT")),
                manifest(
                        "VARIABEL",
                        m -> m.withObjectProperty("variabler").withArray("BAS").add("Sni2")),
                manifest("VARIABEL", m -> m.withObjectProperty("variabler").putArray("BAS")),
                files("HASH", p -> p.file(0).put("sha256", HubHash.of("x"))),
                files("RADER", p -> p.file(0).put("rader", 29)),
                files("FILER", p -> p.smuggling("individer.csv")),
                files("FILER", p -> p.with("individer.csv", "lopnr\n1\n")),
                files("FILER", p -> p.file(0).put("namn", "personer.csv")),
                files("ZIP", TestPackage::manifestLast),
                population("RUBRIK", "lopnr;personnummer;grupp;startdatum\n1;x;DELTAGARE;2023-01-01\n"),
                population("TOM", TestPeople.HEADER),
                population("FALT", TestPeople.HEADER + "1;" + ALVA + ";DELTAGARE;2023-01-01\n"),
                population("LOPNR", TestPeople.HEADER + row("2", ALVA)),
                population("LOPNR", TestPeople.HEADER + row("1", ALVA) + row("3", BO)),
                population("LOPNR", TestPeople.HEADER + row("01", ALVA)),
                population("PERSONNUMMER", TestPeople.HEADER + row("1", otherCheckDigit())),
                population("PERSONNUMMER", TestPeople.HEADER + row("1", ALVA.substring(2))),
                population("PERSONNUMMER", TestPeople.HEADER + row("1", ALVA + " ")),
                population("DUBBLETT", TestPeople.HEADER + row("1", ALVA) + row("2", ALVA)),
                population("GRUPP", TestPeople.HEADER + "1;" + ALVA + ";STUDIE;;\n"),
                population("DATUM", TestPeople.HEADER + "1;" + ALVA + ";DELTAGARE;;2023-05-01\n"),
                population("DATUM", TestPeople.HEADER + "1;" + ALVA + ";DELTAGARE;2023-02-29;\n"),
                population("DATUM", TestPeople.HEADER + "1;" + ALVA + ";DELTAGARE;2023-05-02;2023-05-01\n"),
                population("DATUM", TestPeople.HEADER + "1;" + ALVA + ";JAMFORELSE;2023-05-02;\n"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("orders")
    void refuses(String code, Supplier<TestPackage> made) throws Exception {
        TestPackage order = made.get();
        House house = new House(temp);
        house.hub.put(order);

        house.rounds();

        assertThat(house.hub.out()).containsExactly(House.kvittens(1), House.kvittens(2));
        assertThat(house.hub.open(House.kvittens(1)).say("status")).isEqualTo("MOTTAGEN");
        TestPackage answer = house.hub.open(House.kvittens(2));
        assertThat(answer.say("status")).isEqualTo("AVVISAD");
        assertThat(answer.say("orsak"))
                .startsWith(code + ": ")
                .doesNotContain(ALVA)
                .doesNotContain(BO);
    }

    static Stream<Arguments> recalls() {
        return Stream.of(
                recall("AVSER", p -> p.manifest.put("avser", "SCB-2026-001_bestallning_002.zip.pgp")),
                recall("MANIFEST", p -> p.manifest.remove("orsak")),
                Arguments.of("LOPNR", TestPackage.recall(House.ORDER, 1, "lopnr\n31\n")),
                Arguments.of("LOPNR", TestPackage.recall(House.ORDER, 1, "lopnr\n3\n3\n")),
                Arguments.of("LOPNR", TestPackage.recall(House.ORDER, 1, "lopnr\n0\n")),
                Arguments.of("RUBRIK", TestPackage.recall(House.ORDER, 1, "lopnr;grupp\n3;x\n")),
                Arguments.of("TOM", TestPackage.recall(House.ORDER, 1, "lopnr\n")),
                Arguments.of("SORT", TestPackage.of(House.ORDER, "leverans", 1)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("recalls")
    void refusesARecall(String code, TestPackage recall) throws Exception {
        House house = new House(temp).onRequest().ordered(30);
        house.hub.put(recall);

        house.rounds();

        assertThat(house.hub.open(House.kvittens(4)).say("avser")).isEqualTo(recall.fileName());
        assertThat(house.hub.open(House.kvittens(4)).say("orsak")).startsWith(code + ": ");
    }

    private static Arguments manifest(String code, Consumer<ObjectNode> change) {
        return files(code, p -> change.accept(p.manifest));
    }

    private static Arguments files(String code, Consumer<TestPackage> change) {
        Supplier<TestPackage> made = () -> {
            TestPackage order = TestPackage.order(TestPeople.csv(30));
            change.accept(order);
            return order;
        };
        return Arguments.of(code, made);
    }

    private static Arguments population(String code, String csv) {
        Supplier<TestPackage> made = () -> TestPackage.order(csv);
        return Arguments.of(code, made);
    }

    private static Arguments recall(String code, Consumer<TestPackage> change) {
        TestPackage recall = TestPackage.recall(House.ORDER, 1, "lopnr\n3\n");
        change.accept(recall);
        return Arguments.of(code, recall);
    }

    private static String row(String lopnr, String number) {
        return lopnr + ";" + number + ";DELTAGARE;2022-05-01;2023-05-01\n";
    }

    private static String otherCheckDigit() {
        int last = ALVA.charAt(11) - '0';
        return ALVA.substring(0, 11) + (last + 1) % 10;
    }

    /** A hash of something else. */
    private static final class HubHash {
        private HubHash() {}

        static String of(String text) {
            return TestPackage.hash(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
