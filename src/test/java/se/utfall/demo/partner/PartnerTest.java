package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerTest {
    @TempDir
    Path temp;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(temp);
    }

    @Test
    void answersAnOrderAndDeliversPreliminaryFigures() throws Exception {
        Path order = house.hub.put(TestPackage.order(TestPeople.csv(30)));

        house.rounds();

        TestPackage received = house.hub.open(House.kvittens(1));
        TestPackage accepted = house.hub.open(House.kvittens(2));
        assertThat(received.say("status")).isEqualTo("MOTTAGEN");
        assertThat(accepted.say("status")).isEqualTo("GODKAND");
        assertThat(accepted.say("orsak")).isEmpty();
        assertThat(accepted.files).isEmpty();
        assertThat(List.of(received.say("avser"), accepted.say("avser")))
                .containsOnly(order.getFileName().toString());
        assertThat(List.of(received.say("sha256"), accepted.say("sha256")))
                .containsOnly(HubSide.sha256(Files.readAllBytes(order)));
        assertThat(house.hub.out()).containsExactly(House.kvittens(1), House.kvittens(2), House.leverans(1));

        TestPackage delivery = house.hub.open(House.leverans(1));
        assertThat(delivery.say("avser")).isEqualTo(order.getFileName().toString());
        assertThat(delivery.manifest.path("slutlig").isBoolean()).isTrue();
        assertThat(delivery.manifest.path("slutlig").booleanValue()).isFalse();
        assertThat(tables(delivery))
                .containsExactly(
                        "bas_prel_1.csv BAS PREL 2023-01..2024-09 2026-11-24",
                        "bas_prel_2.csv BAS PREL 2024-10..2025-12 2026-11-24",
                        "ekb_prel.csv EKB PREL 2023-01..2026-06 2026-11-24");
    }

    @Test
    void deliversDefinitiveFiguresOnceTheFirstAreAccepted() throws Exception {
        house.ordered(30).answer(1, House.leverans(1), "MOTTAGEN");
        assertThat(house.hub.out(House.leverans(2))).doesNotExist();

        house.answer(2, House.leverans(1), "GODKAND");

        TestPackage delivery = house.hub.open(House.leverans(2));
        assertThat(delivery.manifest.path("slutlig").booleanValue()).isTrue();
        assertThat(tables(delivery))
                .containsExactly(
                        "bas_def_1.csv BAS DEF 2023-01..2024-09 2026-11-24",
                        "bas_prel_2.csv BAS PREL 2024-10..2026-06 2026-11-24",
                        "ekb_def.csv EKB DEF 2023-01..2026-06 2026-11-24");
        assertThat(house.partner().deliveries())
                .extracting(Partner.Delivery::name, Partner.Delivery::stage, Partner.Delivery::status)
                .containsExactly(
                        tuple(House.leverans(1), "PRELIMINARY", "GODKAND"), tuple(House.leverans(2), "DEFINITIVE", ""));

        house.answer(3, House.leverans(2), "GODKAND").rounds();
        assertThat(house.hub.out()).hasSize(4);
        assertThat(house.partner().alarms()).isEmpty();
    }

    @Test
    void deliversNothingMoreAfterARefusal() throws Exception {
        house.ordered(30).answer(1, House.leverans(1), "AVVISAD").rounds();

        assertThat(house.hub.out(House.leverans(2))).doesNotExist();
        assertThat(house.partner().deliveries())
                .extracting(Partner.Delivery::status, Partner.Delivery::reason)
                .containsExactly(tuple("AVVISAD", "HASH: fel."));
    }

    @Test
    void leavesTheRecalledOutOfLaterDeliveries() throws Exception {
        house.ordered(30);
        house.hub.put(TestPackage.recall(House.ORDER, 1, "lopnr\n3\n17\n"));
        house.rounds().answer(1, House.leverans(1), "GODKAND");

        assertThat(house.hub.open(House.kvittens(4)).say("status")).isEqualTo("GODKAND");
        assertThat(house.hub.open(House.kvittens(4)).say("avser")).isEqualTo(House.ORDER + "_aterkallelse_001.zip.pgp");
        assertThat(house.hub.open(House.leverans(1)).lopnr()).contains("3", "17");
        assertThat(house.hub.open(House.leverans(2)).lopnr())
                .hasSizeGreaterThan(20)
                .doesNotContain("3", "17");
    }

    @Test
    void takesAKeyFileOfASplitDeliveryAndDeliversNothing() throws Exception {
        TestPackage keys = TestPackage.order(
                "IFAU-2026-001",
                1,
                TestPeople.HEADER + "1;" + TestPeople.personal().get(0) + ";STUDIE;;\n");
        keys.manifest.put("leveranssatt", "IFAU");
        house.hub.put(keys);

        house.rounds().rounds();

        assertThat(house.hub.open("IFAU-2026-001_kvittens_002.zip.pgp").say("status"))
                .isEqualTo("GODKAND");
        assertThat(house.hub.out()).hasSize(2);
        assertThat(house.partner().deliver("IFAU-2026-001")).isEmpty();
    }

    @Test
    void deliversWhatTheRegistersCanKnowByNow() throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        order.manifest.withObjectProperty("period").put("fran", "2026-08").put("till", "2027-12");
        house.hub.put(order);

        house.rounds();

        assertThat(tables(house.hub.open(House.leverans(1))))
                .containsExactly(
                        "bas_prel_1.csv BAS PREL 2026-08..2026-08 2026-11-24",
                        "bas_prel_2.csv BAS PREL 2026-09..2026-09 2026-11-24",
                        "ekb_prel.csv EKB PREL 2026-08..2026-09 2026-11-24");
    }

    @Test
    void waitsForAPeriodThatHasNotBegun() throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        order.manifest.withObjectProperty("period").put("fran", "2026-10").put("till", "2027-12");
        house.hub.put(order);

        house.rounds().rounds();

        assertThat(house.hub.out()).containsExactly(House.kvittens(1), House.kvittens(2));
    }

    @Test
    void deliversOnRequestOnly() throws Exception {
        house.onRequest().ordered(30);
        assertThat(house.hub.out()).hasSize(2);

        assertThat(house.partner().deliver(House.ORDER)).contains(House.leverans(1));
        assertThat(house.partner().deliver(House.ORDER)).contains(House.leverans(2));
        assertThat(house.partner().deliver(House.ORDER)).isEmpty();
        assertThatThrownBy(() -> house.partner().deliver("SCB-2026-002")).hasMessage("SCB-2026-002: no accepted order");
        assertThat(house.hub.open(House.leverans(2)).manifest.path("slutlig").booleanValue())
                .isTrue();
    }

    @Test
    void runsByItself() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Partner alone = new Partner(house.hasty(told::add));
        try (AutoCloseable rounds = alone.start()) {
            assertThat(rounds).isNotNull();
            house.hub.put(TestPackage.order(TestPeople.csv(30)));

            await().atMost(Duration.ofSeconds(20)).until(() -> house.hub.out().contains(House.leverans(1)));
        }

        List<String> before = house.hub.out();
        house.hub.put(TestPackage.order("SCB-2026-002", 1, TestPeople.csv(30)));
        assertThat(house.hub.out()).isEqualTo(before);
        assertThat(told).contains(House.leverans(1) + ": PRELIMINARY").noneMatch(t -> t.startsWith("FEL"));
    }

    @Test
    void namesNobodyOutsideItsProcess() throws Exception {
        house.ordered(30);
        house.hub.put(TestPackage.recall(House.ORDER, 1, "lopnr\n3\n"));
        house.hub.put(TestPackage.order("SCB-2026-002", 1, TestPeople.csv(30).replace("DELTAGARE", "OKAND")));
        house.rounds().answer(1, House.leverans(1), "GODKAND");

        assertThat(house.news).hasSizeGreaterThan(8);
        Set<String> numbers = Set.copyOf(TestPeople.some(30));
        try (var files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(numbers).noneMatch(n -> bytes.contains(n) || bytes.contains(n.substring(2)));
            }
        }
        assertThat(numbers).noneMatch(n -> house.news.toString().contains(n.substring(2)));
    }

    private static List<String> tables(TestPackage delivery) {
        List<String> tables = new ArrayList<>();
        for (JsonNode table : delivery.manifest.path("tabeller")) {
            tables.add(String.join(
                    " ",
                    table.path("namn").asText(),
                    table.path("register").asText(),
                    table.path("status").asText(),
                    table.path("period").path("fran").asText() + ".."
                            + table.path("period").path("till").asText(),
                    table.path("uttagsdatum").asText()));
        }
        assertThat(delivery.files.keySet())
                .containsExactlyElementsOf(
                        tables.stream().map(t -> t.split(" ", -1)[0]).toList());
        return tables;
    }
}
