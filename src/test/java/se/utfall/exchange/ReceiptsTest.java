package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.exchange.ExchangeHouse.FakeReader;
import se.utfall.order.OrderRefusedException;

class ReceiptsTest {
    private static final String ABOUT = ExchangeHouse.ORDER_PACKAGE;

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
    void movesTheOrderWhenThePartnerAccepts() {
        SealedPackage sent = house.sent();

        PackageView received = house.receipt(1, ABOUT, sent.sha256(), "MOTTAGEN", "");
        assertThat(received.state()).isEqualTo("ACCEPTED");
        assertThat(received.receipts()).isEmpty();
        assertThat(house.view(sent.id()).state()).isEqualTo("SENT");
        house.receipt(2, ABOUT, sent.sha256(), "GODKAND", "");

        PackageView ours = house.view(sent.id());
        assertThat(ours.state()).isEqualTo("ACKNOWLEDGED");
        assertThat(ours.receipts()).containsExactly("MOTTAGEN", "GODKAND");
        assertThat(house.exchange.steps(ours))
                .extracting(s -> s.kind() + " " + s.detail())
                .containsSubsequence("SEALED ", "SENT ", "RECEIPT MOTTAGEN")
                .contains("RECEIPT GODKAND", "ACKNOWLEDGED ");
        assertThat(house.orders.told).endsWith("acknowledged SCB-2026-001 1");
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.exchange.openNextReceipt()).isEmpty();
        assertThat(house.exchange.sealNext()).as("receipts are not answered").isEmpty();
    }

    @Test
    void movesTheOrderWhenThePartnerRefuses() {
        SealedPackage sent = house.sent();

        house.receipt(1, ABOUT, sent.sha256(), "AVVISAD", "VARIABEL_OKAND: Kolumnen finns inte.");

        assertThat(house.view(sent.id()).state()).isEqualTo("REJECTED");
        assertThat(house.view(sent.id()).code()).isEqualTo("VARIABEL_OKAND");
        assertThat(house.orders.told).endsWith("rejected VARIABEL_OKAND SCB-2026-001 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fri text om någon | OTHER", "'' | OTHER", "KOD | KOD", "A1_B: rad 2 | A1_B", "A1234567: x | OTHER"
            })
    void keepsOfAReasonOnlyItsCode(String reason, String code) {
        SealedPackage sent = house.sent();

        house.receipt(1, ABOUT, sent.sha256(), "AVVISAD", reason);

        assertThat(house.view(sent.id()).code()).isEqualTo(code);
    }

    @Test
    void aReceiptProvesTheSending() {
        SealedPackage sealed = house.sealed();

        house.receipt(1, ABOUT, sealed.sha256(), "MOTTAGEN", "");

        assertThat(house.view(sealed.id()).state()).isEqualTo("SENT");
        assertThat(house.orders.told).endsWith("sent SCB-2026-001 1");
        assertThat(house.exchange.nextToSend("SCB")).isEmpty();
    }

    @Test
    void theFirstFinalWordStands() {
        SealedPackage sent = house.sent();
        house.receipt(1, ABOUT, sent.sha256(), "GODKAND", "");
        house.receipt(2, ABOUT, sent.sha256(), "GODKAND", "");
        assertThat(house.openTasks()).isEmpty();

        house.receipt(3, ABOUT, sent.sha256(), "AVVISAD", "KOD: x");

        assertThat(house.view(sent.id()).state()).isEqualTo("ACKNOWLEDGED");
        assertThat(house.view(sent.id()).receipts()).containsExactly("GODKAND", "GODKAND", "AVVISAD");
        assertThat(house.orders.told).noneMatch(t -> t.startsWith("rejected"));
        assertThat(house.openTasks()).containsExactly("RECEIPT_CONTRADICTS");
    }

    @Test
    void aRefusalCannotBeTakenBack() {
        SealedPackage sent = house.sent();
        house.receipt(1, ABOUT, sent.sha256(), "AVVISAD", "KOD: x");
        house.receipt(2, ABOUT, sent.sha256(), "AVVISAD", "KOD: x");

        house.receipt(3, ABOUT, sent.sha256(), "GODKAND", "");

        assertThat(house.view(sent.id()).state()).isEqualTo("REJECTED");
        assertThat(house.orders.told).containsOnlyOnce("rejected KOD SCB-2026-001 1");
        assertThat(house.openTasks()).containsExactly("RECEIPT_CONTRADICTS");
    }

    @Test
    void anotherHashChangesNothingAndAlarms() {
        SealedPackage sent = house.sent();

        PackageView received = house.receipt(1, ABOUT, "0".repeat(64), "GODKAND", "");

        assertThat(received.state()).isEqualTo("REFUSED");
        assertThat(received.code()).isEqualTo("KVITTENS_SHA256");
        assertThat(received.receipts()).isEmpty();
        assertThat(house.view(sent.id()).state()).isEqualTo("SENT");
        assertThat(house.view(sent.id()).receipts()).isEmpty();
        assertThat(house.openTasks()).containsExactly("PACKAGE_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "SCB-2026-001_bestallning_002.zip.pgp, GODKAND, KVITTENS_AVSER",
        "SCB-2026-002_bestallning_001.zip.pgp, GODKAND, KVITTENS_AVSER",
        "SCB-2026-001_leverans_001.zip.pgp, GODKAND, KVITTENS_AVSER",
        "SCB-2026-001_kvittens_001.zip.pgp, GODKAND, KVITTENS_AVSER",
        "hej, GODKAND, KVITTENS_AVSER",
        "SCB-2026-001_bestallning_001.zip.pgp, KANSKE, KVITTENS_STATUS"
    })
    void refusesWhatIsAboutNothingOfOurs(String about, String status, String code) {
        SealedPackage sent = house.sent();

        PackageView received = house.receipt(1, about, sent.sha256(), status, "");

        assertThat(received.code()).isEqualTo(code);
        assertThat(house.view(sent.id()).state()).isEqualTo("SENT");
    }

    @Test
    void anotherPartnerCannotAnswerForIt() {
        house.orders.approve("IFAU-2026-001", "IFAU", TestKeys.hex(TestKeys.IFAU), new byte[9]);
        SealedPackage toIfau = house.exchange.sealNext().orElseThrow();
        house.receive(Manifests.receipt(
                "IFAU-2026-001_kvittens_001.zip.pgp", toIfau.fileName(), toIfau.sha256(), "GODKAND", ""));

        assertThat(house.exchange.openNextReceipt().orElseThrow().code()).isEqualTo("KVITTENS_AVSER");
        assertThat(house.view(toIfau.id()).state()).isEqualTo("SEALED");
    }

    @Test
    void refusesAReceiptWithFiles() {
        SealedPackage sent = house.sent();
        house.receive(Manifests.receipt("SCB-2026-001_kvittens_001.zip.pgp", ABOUT, sent.sha256(), "GODKAND", "")
                .file("a.csv", "a\n"));

        assertThat(house.exchange.openNextReceipt().orElseThrow().code()).isEqualTo("MANIFEST_FEL");
    }

    @Test
    void aReceiptThatNobodySignedChangesNothing() {
        SealedPackage sent = house.sent();
        byte[] zip = Manifests.receipt("SCB-2026-001_kvittens_001.zip.pgp", ABOUT, sent.sha256(), "GODKAND", "")
                .zip();
        house.receive(
                "SCB-2026-001_kvittens_001.zip.pgp", Packets.encrypted(Packets.literal(zip, ""), Packets.To.hub()));

        assertThat(house.exchange.openNextReceipt().orElseThrow().code()).isEqualTo("EJ_SIGNERAD");
        assertThat(house.view(sent.id()).state()).isEqualTo("SENT");
    }

    @Test
    void anOrderThatWentOnMeanwhileIsAMatterForPeople() {
        SealedPackage sent = house.sent();
        house.orders.failure = new OrderRefusedException("SEQUENCE", "SCB-2026-001 is at sequence 2");

        house.receipt(1, ABOUT, sent.sha256(), "GODKAND", "");

        assertThat(house.view(sent.id()).state()).isEqualTo("ACKNOWLEDGED");
        assertThat(house.openTasks()).containsExactly("ORDER_DISAGREES");
    }

    @Test
    void aCrashLeavesTheReceiptToBeOpenedAgain() {
        SealedPackage sent = house.sent();
        house.orders.failure = new IllegalStateException("the power failed");
        assertThatThrownBy(() -> house.receipt(1, ABOUT, sent.sha256(), "GODKAND", ""))
                .hasMessage("the power failed");
        assertThat(house.view(sent.id()).state()).isEqualTo("SENT");
        assertThat(house.view(sent.id()).receipts()).isEmpty();
        assertThat(house.openTasks()).containsExactly("OPEN_FAILS");

        house.orders.failure = null;
        assertThat(house.exchange.openNextReceipt().orElseThrow().state()).isEqualTo("ACCEPTED");

        assertThat(house.view(sent.id()).receipts()).containsExactly("GODKAND");
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void asksOnceWhereAReceiptIsOverdue() {
        SealedPackage sent = house.sent();
        house.clock.advance(Duration.ofDays(3));
        house.exchange.watchReceipts();
        assertThat(house.openTasks()).isEmpty();

        house.clock.advance(Duration.ofSeconds(1));
        house.exchange.watchReceipts();
        house.exchange.watchReceipts();
        assertThat(house.openTasks()).containsExactly("RECEIPT_OVERDUE");

        house.receipt(1, ABOUT, sent.sha256(), "MOTTAGEN", "");
        house.exchange.watchReceipts();
        assertThat(house.openTasks()).isEmpty();

        house.clock.advance(Duration.ofHours(73));
        house.exchange.watchReceipts();
        assertThat(house.openTasks()).containsExactly("RECEIPT_OVERDUE");
        house.receipt(2, ABOUT, sent.sha256(), "GODKAND", "");
        house.exchange.watchReceipts();
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void aReceiptAfterTheDeliveryConfirmsIt() {
        SealedPackage sent = house.sent();
        house.receive(Manifests.delivery("SCB-2026-001_leverans_001.zip.pgp"));
        house.open(new FakeReader());

        house.receipt(1, ABOUT, sent.sha256(), "GODKAND", "");

        assertThat(house.view(sent.id()).code()).isNull();
        assertThat(house.orders.told).endsWith("acknowledged SCB-2026-001 1");
        house.receipt(2, ABOUT, sent.sha256(), "AVVISAD", "KOD: x");
        assertThat(house.openTasks()).containsExactly("RECEIPT_CONTRADICTS");
    }

    @Test
    void ourReceiptsAwaitNoReceipt() {
        house.receive(Manifests.delivery("SCB-2026-001_leverans_001.zip.pgp"));
        house.open(new FakeReader());
        house.exchange.sent(house.exchange.sealNext().orElseThrow().id());
        house.clock.advance(Duration.ofDays(9));

        house.exchange.watchReceipts();

        assertThat(house.openTasks()).isEmpty();
    }
}
