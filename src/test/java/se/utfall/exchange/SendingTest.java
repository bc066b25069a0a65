package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.order.OrderRefusedException;

class SendingTest {
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
    void uploadsWhatIsNotThereAndThenCountsItAsSent() {
        SealedPackage sealed = house.sealed();

        assertThat(house.exchange.nextToSend("SCB")).contains(sealed);
        assertThat(house.exchange.nextToSend("IFAU")).isEmpty();
        assertThat(house.exchange.compare(sealed.id(), -1)).isEqualTo(RemoteCopy.ABSENT);
        assertThat(house.view(sealed.id()).state()).isEqualTo("SEALED");
        assertThat(house.exchange.uploaded(sealed.id(), sealed.bytes())).isEqualTo(RemoteCopy.WHOLE);

        assertThat(house.view(sealed.id()).state()).isEqualTo("SENT");
        assertThat(house.exchange.nextToSend("SCB")).isEmpty();
        assertThat(house.orders.told).contains("sent SCB-2026-001 1");
    }

    @Test
    void anUploadThatGotThroughBeforeTheConnectionBrokeIsNotRepeated() {
        SealedPackage sealed = house.sealed();

        assertThat(house.exchange.compare(sealed.id(), sealed.bytes())).isEqualTo(RemoteCopy.WHOLE);

        assertThat(house.view(sealed.id()).state()).isEqualTo("SENT");
    }

    @Test
    void aPartnerMayTakeTheFileAwayAtOnce() {
        SealedPackage sealed = house.sealed();

        assertThat(house.exchange.uploaded(sealed.id(), -1)).isEqualTo(RemoteCopy.WHOLE);

        assertThat(house.view(sealed.id()).state()).isEqualTo("SENT");
    }

    @Test
    void somethingForeignUnderTheNameStopsThisPackageOnly() {
        SealedPackage first = house.sealed();
        house.clock.advance(Duration.ofMinutes(1));
        house.orders.approve("SCB-2026-002", "SCB", TestKeys.hex(TestKeys.SCB), new byte[9]);
        SealedPackage second = house.exchange.sealNext().orElseThrow();

        assertThat(house.exchange.compare(first.id(), first.bytes() - 1)).isEqualTo(RemoteCopy.FOREIGN);

        assertThat(house.view(first.id()).state()).isEqualTo("SEALED");
        assertThat(house.openTasks()).containsExactly("REMOTE_DIFFERS");
        assertThat(house.exchange.nextToSend("SCB")).contains(second);
        house.exchange.sent(second.id());
        assertThat(house.exchange.nextToSend("SCB")).contains(first);
        assertThat(house.exchange.compare(first.id(), -1)).isEqualTo(RemoteCopy.ABSENT);
        house.exchange.uploaded(first.id(), first.bytes());
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void tellsTheOrderOnce() {
        SealedPackage sealed = house.sent();
        house.exchange.sent(sealed.id());
        house.exchange.compare(sealed.id(), sealed.bytes());

        assertThat(house.orders.told).containsOnlyOnce("sent SCB-2026-001 1");
    }

    @Test
    void anOrderThatWentOnMeanwhileIsAMatterForPeople() {
        SealedPackage sealed = house.sealed();
        house.orders.failure = new OrderRefusedException("SEQUENCE", "SCB-2026-001 is at sequence 2");

        house.exchange.sent(sealed.id());

        assertThat(house.view(sealed.id()).state()).isEqualTo("SENT");
        assertThat(house.openTasks()).containsExactly("ORDER_DISAGREES");
    }

    @Test
    void aCrashBeforeTheMarkLeavesThePackageToBeSentAgain() {
        SealedPackage sealed = house.sealed();
        house.spoil("package_", "UPDATE");
        assertThatThrownBy(() -> house.exchange.uploaded(sealed.id(), sealed.bytes()))
                .hasMessageContaining("the disk is full");
        house.mend();

        assertThat(house.exchange.nextToSend("SCB")).contains(sealed);
        assertThat(house.orders.told).doesNotContain("sent SCB-2026-001 1");
    }

    @Test
    void refusesAnIdThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> house.exchange.sent("x"));
    }
}
