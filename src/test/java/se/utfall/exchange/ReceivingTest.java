package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.ExchangeHouse.FakeReader;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

class ReceivingTest {
    private static final String NAME = "SCB-2026-001_leverans_001.zip.pgp";
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    private ExchangeHouse house;

    @BeforeEach
    void open() {
        house = new ExchangeHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void putsThePackageIntoTheArchiveAndDeletesTheArrival() throws IOException {
        Arrival arrival = house.arrival(NAME, CONTENT);

        PackageView view = house.exchange.receive(arrival);

        assertThat(view.state()).isEqualTo("RECEIVED");
        assertThat(view.sha256()).isEqualTo(Manifests.sha256(CONTENT));
        assertThat(view.bytes()).isEqualTo(3);
        assertThat(view.signerFingerprint()).isNull();
        assertThat(view.outgoing()).isFalse();
        assertThat(arrival.path()).doesNotExist();
        ReceivedPackage next = house.exchange.nextDelivery().orElseThrow();
        assertThat(next.id()).isEqualTo(view.id());
        assertThat(Files.readAllBytes(next.file())).isEqualTo(CONTENT);
    }

    @Test
    void theSameAgainHasNoEffect() {
        PackageView first = house.receive(NAME, CONTENT);

        PackageView again = house.receive(NAME, CONTENT);

        assertThat(again).isEqualTo(first);
        assertThat(house.exchange.list()).containsExactly(first);
        assertThat(house.archive()).hasSize(1);
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void theSameAgainHasNoEffectAfterItWasSettled() {
        Manifests manifests = Manifests.delivery(NAME);
        byte[] message = manifests.message();
        house.receive(NAME, message);
        PackageView accepted = house.open(new FakeReader());

        assertThat(house.receive(NAME, message)).isEqualTo(accepted);
        assertThat(house.exchange.nextDelivery()).isEmpty();
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void otherContentUnderAnAcceptedNameIsSetAside() {
        house.receive(Manifests.delivery(NAME));
        PackageView accepted = house.open(new FakeReader());

        PackageView other = house.receive(Manifests.delivery(NAME));

        assertThat(other.state()).isEqualTo("QUARANTINED");
        assertThat(other.code()).isEqualTo("REPRIS");
        assertThat(other.receipts()).isEmpty();
        assertThat(house.openTasks()).containsExactly("NAME_TAKEN");
        assertThat(house.exchange.nextDelivery()).isEmpty();
        assertThat(house.view(accepted.id()).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void aCrashBeforeTheTransactionLeavesThePackageToBeFetchedAgain() {
        Arrival arrival = house.arrival(NAME, CONTENT);
        house.spoil("package_", "INSERT");
        assertThatThrownBy(() -> house.exchange.receive(arrival)).hasMessageContaining("the disk is full");
        house.mend();

        assertThat(arrival.path()).doesNotExist();
        assertThat(house.exchange.wants(arrival.seen())).isTrue();
        assertThat(house.exchange.list()).isEmpty();
        assertThat(house.receive(NAME, CONTENT).state()).isEqualTo("RECEIVED");
    }

    @Test
    void aCopyThatFailsLeavesNothing() throws IOException {
        Arrival arrival = house.arrival(NAME, CONTENT);
        Files.delete(arrival.path());

        assertThatThrownBy(() -> house.exchange.receive(arrival)).hasMessageContaining("could not be taken in");

        assertThat(house.archive()).isEmpty();
    }

    @Test
    void wantsANameOncePerSizeAndTime() {
        Sighting seen = ExchangeHouse.sighting(NAME, CONTENT.length, 0);
        assertThat(house.exchange.wants(seen)).isTrue();
        assertThat(house.exchange.wants(seen)).isTrue();
        house.receive(NAME, CONTENT);

        assertThat(house.exchange.wants(seen)).isFalse();
        assertThat(house.exchange.wants(ExchangeHouse.sighting(NAME, 4, 0))).isTrue();
        assertThat(house.exchange.wants(ExchangeHouse.sighting(NAME, CONTENT.length, 60)))
                .isTrue();
        assertThat(house.exchange.wants(ExchangeHouse.sighting("SCB-2026-001_kvittens_001.zip.pgp", 1, 0)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme.txt", "SCB-2026-001_leverans_001.zip", "SCB-2026-001_leverans_001.zip.pgp.part"})
    void passesOverWhatIsNoPackage(String name) {
        assertThat(house.exchange.wants(ExchangeHouse.sighting(name, 1, 0))).isFalse();
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void tellsOfAPackageWithAnOddNameWithoutRepeatingIt() {
        assertThat(house.exchange.wants(ExchangeHouse.sighting("leverans_1.zip.pgp", 1, 0)))
                .isFalse();
        assertThat(house.exchange.wants(ExchangeHouse.sighting("leverans_2.zip.pgp", 1, 0)))
                .isFalse();

        assertThat(house.tasks.listOpen()).singleElement().satisfies(t -> {
            assertThat(t.code()).isEqualTo("ODD_NAME");
            assertThat(t.subject()).isEqualTo("SCB");
        });
    }

    @Test
    void leavesRecallsOfPartnersToPeople() {
        Sighting recall = ExchangeHouse.sighting("SCB-2026-001_aterkallelse_001.zip.pgp", 1, 0);

        assertThat(house.exchange.wants(recall)).isFalse();
        assertThat(house.exchange.wants(recall)).isFalse();

        assertThat(house.openTasks()).containsExactly("UNEXPECTED_KIND");
        assertThatThrownBy(() -> house.receive(recall.name(), CONTENT))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("NAMN"));
    }

    @Test
    void wantsNothingOfStrangers() {
        Sighting seen = new Sighting("X", NAME, 1, TestKeys.NOW);
        Arrival arrival = new Arrival(seen, house.arrival(NAME, CONTENT).path());

        assertThat(house.exchange.wants(seen)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> house.exchange.receive(arrival));
    }

    @Test
    void reportsAGapAndForgetsItWhenItIsFilled() {
        house.receive("SCB-2026-001_leverans_003.zip.pgp", new byte[] {3});
        house.receive(NAME, CONTENT);
        assertThat(house.tasks.listOpen()).singleElement().satisfies(t -> {
            assertThat(t.code()).isEqualTo("SEQUENCE_GAP");
            assertThat(t.subject()).isEqualTo("SCB-2026-001 LEVERANS");
        });

        house.receive("SCB-2026-001_leverans_002.zip.pgp", new byte[] {2});

        assertThat(house.openTasks()).isEmpty();
    }
}
