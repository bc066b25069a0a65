package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment: nothing is sent twice under different bytes, no sequence is left out, no receipt is lost. */
class RestartTest {
    @TempDir
    Path temp;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(temp);
    }

    @Test
    void remembersEverything() throws Exception {
        house.ordered(30).answer(1, House.leverans(1), "GODKAND");
        Map<String, String> before = hashes();

        house.restart().rounds().rounds();

        assertThat(hashes()).isEqualTo(before).hasSize(4);
        assertThat(house.partner().deliveries())
                .extracting(Partner.Delivery::status)
                .containsExactly("GODKAND", "");
        assertThat(house.partner().planted(House.leverans(2))).isPresent();
    }

    @Test
    void givesTheNameThatAMarkedPackageDidNotGet() throws Exception {
        house.ordered(30);
        Map<String, String> before = hashes();
        Path delivery = house.hub.out(House.leverans(1));
        Files.move(delivery, Durable.part(delivery));

        house.restart().rounds();

        assertThat(hashes()).isEqualTo(before);
    }

    @Test
    void startsAnUnmarkedPackageAnewUnderTheSameSequence() throws Exception {
        house.onRequest().ordered(30);
        Path half = Files.write(Durable.part(house.hub.out(House.leverans(1))), new byte[1000]);
        Files.write(house.marks.resolve("sent").resolve(House.leverans(1) + ".json.part"), new byte[10]);
        Files.write(house.marks.resolve("packages").resolve("x.part"), new byte[10]);

        house.restart().rounds();

        assertThat(half).doesNotExist();
        assertThat(house.hub.open(House.leverans(1)).manifest.path("sekvens").asInt())
                .isEqualTo(1);
    }

    @Test
    void sendsTheReceiptThatIsOwed() throws Exception {
        house.onRequest().ordered(30);
        Files.delete(house.hub.out(House.kvittens(2)));
        Files.delete(house.marks.resolve("sent").resolve(House.kvittens(2) + ".json"));

        house.restart().rounds();

        assertThat(house.hub.open(House.kvittens(2)).say("status")).isEqualTo("GODKAND");
        assertThat(house.hub.open(House.leverans(1)).say("avser")).contains("bestallning_001");
    }

    @Test
    void judgesAnewWhatWasCopiedButNotMarked() throws Exception {
        house.onRequest().ordered(30);
        Files.delete(house.marks.resolve("taken").resolve(House.ORDER + "_bestallning_001.zip.pgp.json"));
        Files.delete(house.hub.out(House.kvittens(1)));
        Files.delete(house.hub.out(House.kvittens(2)));
        Files.delete(house.marks.resolve("sent").resolve(House.kvittens(1) + ".json"));
        Files.delete(house.marks.resolve("sent").resolve(House.kvittens(2) + ".json"));
        house.hub.put(TestPackage.order(TestPeople.csv(31)));

        house.restart().rounds();

        assertThat(house.hub.open(House.kvittens(2)).say("status")).isEqualTo("GODKAND");
        assertThat(house.hub.out(House.leverans(1))).exists();
        assertThat(house.partner().alarms()).isEmpty();
    }

    @Test
    void needsItsServersFoldersNoMoreForWhatItTook() throws Exception {
        house.ordered(30);
        String sha256 = HubSide.sha256(Files.readAllBytes(house.hub.out(House.leverans(1))));
        Files.delete(house.hub.out(House.leverans(1)));
        Files.delete(temp.resolve("server/in").resolve(House.ORDER + "_bestallning_001.zip.pgp"));
        house.restart();
        house.hub.put(TestPackage.receipt(House.ORDER, 1, House.leverans(1), sha256, "GODKAND"));

        house.rounds();

        assertThat(house.hub.open(House.leverans(2)).manifest.path("slutlig").booleanValue())
                .isTrue();
        assertThat(house.hub.out(House.leverans(1))).doesNotExist();
    }

    @Test
    void survivesKillAtAnyMoment() throws Exception {
        Random random = new Random(20261124);
        house.hub.put(TestPackage.order(TestPeople.csv(400)));
        house.hub.put(TestPackage.recall(House.ORDER, 1, "lopnr\n3\n17\n"));
        Map<String, String> seen = new HashMap<>();
        int unfinished = 0;

        for (int round = 0; round < 12 && !done(); round++) {
            runAndKill(2 + random.nextInt(9));
            seen.forEach((name, hash) -> assertThat(hashes()).containsEntry(name, hash));
            seen.putAll(hashes());
            unfinished += done() ? 0 : 1;
            String delivered = seen.get(House.leverans(1));
            if (delivered != null) {
                receive(delivered);
            }
        }
        house.restart().rounds();
        receive(hashes().get(House.leverans(1)));
        house.rounds();

        seen.forEach((name, hash) -> assertThat(hashes()).containsEntry(name, hash));
        assertThat(house.hub.out())
                .containsExactly(
                        House.kvittens(1),
                        House.kvittens(2),
                        House.kvittens(3),
                        House.kvittens(4),
                        House.leverans(1),
                        House.leverans(2));
        List<String> answers = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            TestPackage answer = house.hub.open(House.kvittens(i));
            answers.add(answer.say("avser").split("_", -1)[1] + " " + answer.say("status"));
        }
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        "bestallning MOTTAGEN", "bestallning GODKAND", "aterkallelse MOTTAGEN", "aterkallelse GODKAND");
        assertThat(house.hub.open(House.leverans(2)).files).hasSize(3);
        assertThat(house.partner().alarms()).isEmpty();
        assertThat(unfinished).isPositive();
    }

    /** The hub's receipt for the first delivery, once. */
    private void receive(String sha256) throws Exception {
        TestPackage receipt = TestPackage.receipt(House.ORDER, 1, House.leverans(1), sha256, "GODKAND");
        if (Files.notExists(temp.resolve("server/in").resolve(receipt.fileName()))) {
            house.hub.put(receipt);
        }
    }

    /** Kills the partner when its folders have changed so many times, or when it waits for the hub. */
    private void runAndKill(int changes) throws IOException {
        Process process = PartnerProcess.spawn(List.of(), temp.resolve("errors"), "run", temp.toString());
        try {
            for (int i = 0; i < changes && !waits(); i++) {
                Set<String> before = names();
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> !process.isAlive() || waits() || !names().equals(before));
                assertThat(process.isAlive())
                        .as("%s", Files.readString(temp.resolve("errors")))
                        .isTrue();
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Nothing more comes by itself: everything is out, or the first delivery is and the hub has not answered it. */
    private boolean waits() {
        boolean answered = Files.exists(temp.resolve("server/in").resolve(House.ORDER + "_kvittens_001.zip.pgp"));
        return done() || (Files.exists(house.hub.out(House.leverans(1))) && !answered);
    }

    private boolean done() {
        return Files.exists(house.hub.out(House.leverans(2)));
    }

    /** What lies in all folders; a folder may change while it is listed. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Path folder : List.of(temp.resolve("server/out"), house.marks)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.forEach(file -> names.add(file.toString()));
            } catch (IOException | UncheckedIOException e) {
                names.add(e.toString());
            }
        }
        return names;
    }

    private Map<String, String> hashes() {
        try {
            Map<String, String> hashes = new TreeMap<>();
            for (String name :
                    house.hub.out().stream().filter(n -> !n.endsWith(".part")).collect(Collectors.toList())) {
                hashes.put(name, HubSide.sha256(Files.readAllBytes(house.hub.out(name))));
            }
            return hashes;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
