package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are taken, when, and what is made of a name that is known already. */
class TakingTest {
    @TempDir
    Path temp;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(temp);
    }

    @Test
    void doesNotBelieveAReceiptForOtherBytes() throws Exception {
        house.ordered(30);
        house.hub.put(TestPackage.receipt(House.ORDER, 1, House.leverans(1), HubSide.sha256(new byte[0]), "GODKAND"));
        house.hub.put(TestPackage.receipt(House.ORDER, 2, House.leverans(7), HubSide.sha256(new byte[0]), "GODKAND"));

        house.rounds();

        assertThat(house.hub.out(House.leverans(2))).doesNotExist();
        assertThat(house.partner().alarms())
                .containsExactlyInAnyOrder("SHA256 " + House.kvittens(1), "AVSER " + House.kvittens(2));
        assertThat(house.hub.out()).hasSize(3);
    }

    @Test
    void takesTheFirstFinalAnswerOnly() throws Exception {
        house.ordered(30)
                .answer(1, House.leverans(1), "AVVISAD")
                .answer(2, House.leverans(1), "GODKAND")
                .answer(3, House.leverans(1), "MOTTAGEN");

        assertThat(house.hub.out(House.leverans(2))).doesNotExist();
        assertThat(house.partner().alarms()).containsExactly("SLUTGILTIG " + House.kvittens(2));
        assertThat(house.partner().deliveries().get(0).status()).isEqualTo("AVVISAD");
    }

    @Test
    void takesNothingThatIsPartialOrStillGrowing() throws Exception {
        byte[] sealed = HubSide.seal(TestPackage.order(TestPeople.csv(30)).zip(), HubSide.Wrapping.proper());
        Path in = temp.resolve("server/in");
        Path part = Files.write(in.resolve(House.ORDER + "_bestallning_001.zip.pgp.part"), sealed);
        Path growing = in.resolve(House.ORDER + "_bestallning_002.zip.pgp");
        for (int i = 1; i < 5; i++) {
            Files.write(growing, Arrays.copyOf(sealed, sealed.length * i / 5));
            house.partner().step();
        }
        assertThat(house.hub.out()).isEmpty();
        assertThat(house.partner().alarms()).isEmpty();
        Files.delete(growing);

        Files.move(part, in.resolve(House.ORDER + "_bestallning_001.zip.pgp"), StandardCopyOption.ATOMIC_MOVE);
        house.rounds();

        assertThat(house.hub.out()).contains(House.kvittens(2));
    }

    @Test
    void aTornFileDoesNotOccupyItsName() throws Exception {
        String name = House.ORDER + "_bestallning_001.zip.pgp";
        byte[] sealed = HubSide.seal(TestPackage.order(TestPeople.csv(30)).zip(), HubSide.Wrapping.proper());
        house.hub.put(name, Arrays.copyOf(sealed, sealed.length / 2));
        house.rounds();
        assertThat(house.partner().alarms()).containsExactly("PGP_FORM " + name);
        assertThat(house.hub.out()).isEmpty();

        house.hub.put(name, sealed);
        house.rounds();

        assertThat(house.hub.open(House.kvittens(2)).say("status")).isEqualTo("GODKAND");
    }

    @Test
    void notesTheSameAgainAndSetsOtherContentAside() throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        byte[] sealed = HubSide.seal(order.zip(), HubSide.Wrapping.proper());
        house.hub.put(order.fileName(), sealed);
        house.rounds();
        List<String> before = house.hub.out();

        Path again = house.hub.put(order.fileName(), sealed);
        Files.setLastModifiedTime(again, FileTime.from(HubSide.NOW));
        house.rounds();
        assertThat(house.partner().alarms()).isEmpty();

        house.hub.put(TestPackage.order(TestPeople.csv(31)));
        house.rounds();
        assertThat(house.partner().alarms()).containsExactly("SAMMA_NAMN " + order.fileName());
        assertThat(house.hub.out()).isEqualTo(before);
    }

    @Test
    void judgesARecallAfterTheOrderThatLiesBesideIt() throws Exception {
        house.hub.put(TestPackage.recall(House.ORDER, 1, "lopnr\n3\n"));
        house.partner().step();
        house.hub.put(TestPackage.order(TestPeople.csv(30)));
        house.rounds();

        assertThat(house.hub.open(House.kvittens(4)).say("status")).isEqualTo("GODKAND");
        assertThat(house.hub.open(House.leverans(1)).lopnr()).doesNotContain("3");
    }

    @Test
    void givesTheNextSequenceAChanceAfterARefusedOrder() throws Exception {
        house.hub.put(TestPackage.order(TestPeople.csv(30).replace(";DELTAGARE;", ";DELTAGARE;x")));
        house.rounds();
        assertThat(house.hub.open(House.kvittens(2)).say("status")).isEqualTo("AVVISAD");
        assertThat(house.hub.open(House.kvittens(2)).say("orsak")).startsWith("DATUM: population.csv rad 2: ");

        house.hub.put(TestPackage.order(House.ORDER, 2, TestPeople.csv(30)));
        house.rounds();
        assertThat(house.hub.open(House.kvittens(4)).say("status")).isEqualTo("GODKAND");
        assertThat(house.hub.open(House.leverans(1)).say("avser")).isEqualTo(House.ORDER + "_bestallning_002.zip.pgp");

        house.hub.put(TestPackage.order(House.ORDER, 4, TestPeople.csv(30)));
        house.rounds();
        assertThat(house.hub.open(House.kvittens(6)).say("orsak")).startsWith("REDAN_GODKAND: ");
        assertThat(house.partner().alarms()).containsExactly("GLAPP " + House.ORDER + "_bestallning_004.zip.pgp");
    }
}
