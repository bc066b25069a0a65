package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.demo.partner.HubSide.Wrapping;

/** What is not provably the hub's gets no receipt, and what the hub may not write is refused. */
class UnverifiedPackagesTest {
    @TempDir
    Path temp;

    static Stream<Arguments> strangers() {
        Wrapping proper = Wrapping.proper();
        return Stream.of(
                Arguments.of("OKAND_SIGNATAR", proper.signedBy("ifau")),
                Arguments.of("OSIGNERAD", proper.signedBy(null)),
                Arguments.of("FEL_MOTTAGARE", proper.to("ifau")),
                Arguments.of("PGP_FORM", proper.armoured()),
                Arguments.of("SIGNATURTID", proper.at(HubSide.NOW.minus(Duration.ofDays(31)))),
                Arguments.of("SIGNATURTID", proper.at(HubSide.NOW.plus(Duration.ofHours(2)))));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("strangers")
    void answersNothing(String code, Wrapping wrapping) throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        House house = new House(temp);
        house.hub.put(order.fileName(), HubSide.seal(order.zip(), wrapping));

        house.rounds();

        assertThat(house.partner().alarms()).containsExactly(code + " " + order.fileName());
        assertThat(house.hub.out()).isEmpty();
    }

    @Test
    void answersNothingToAnyDamagedMessage() throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        byte[] sealed = HubSide.seal(order.zip(), Wrapping.proper());
        House house = new House(temp);
        for (int at = 3; at < sealed.length; at += sealed.length / 25) {
            byte[] damaged = sealed.clone();
            damaged[at] ^= 1;
            house.hub.put(order.fileName(), damaged);
            house.rounds();
            house.hub.put(order.fileName(), Arrays.copyOf(sealed, at));
            house.rounds();
        }

        assertThat(house.hub.out()).isEmpty();
        assertThat(house.partner().alarms()).hasSizeGreaterThan(45).allMatch(a -> a.endsWith(order.fileName()));
    }

    static Stream<Arguments> oddities() {
        Wrapping proper = Wrapping.proper();
        return Stream.of(
                Arguments.of("komprimerat", proper.compressed()),
                Arguments.of("flera mottagare", proper.alsoTo("ifau")),
                Arguments.of("annat krypto än AES-256", proper.cipher(7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void refusesWhatTheHubMayNotWrite(String said, Wrapping wrapping) throws Exception {
        TestPackage order = TestPackage.order(TestPeople.csv(30));
        House house = new House(temp);
        house.hub.put(order.fileName(), HubSide.seal(order.zip(), wrapping));

        house.rounds();

        assertThat(house.hub.open(House.kvittens(2)).say("orsak")).isEqualTo("PGP_PROFIL: " + said + ".");
    }

    @Test
    void tellsOfAFileThatIsNoPackage() throws Exception {
        House house = new House(temp);
        house.hub.put("readme.txt", new byte[] {1});
        house.hub.put("SCB-2026-001_bestallning_000.zip.pgp", new byte[] {1});
        house.hub.put("SCB-2026-001_bestallning_0001.zip.pgp", new byte[] {1});

        house.rounds();

        assertThat(house.partner().alarms()).containsExactly("NAMN okand", "NAMN okand", "NAMN okand");
        assertThat(house.hub.out()).isEmpty();
    }
}
