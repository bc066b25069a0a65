package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.exchange.ExchangeHouse.FakeReader;

class OpeningTest {
    private static final String FIRST = "SCB-2026-001_leverans_001.zip.pgp";
    private static final String SECOND = "SCB-2026-001_leverans_002.zip.pgp";
    private static final PGPSecretKey SCB = TestKeys.SCB.getSecretKey();

    @TempDir
    Path folder;

    private ExchangeHouse house;
    private final FakeReader reader = new FakeReader();

    @BeforeEach
    void open() {
        house = new ExchangeHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void acceptsAndAnswersAGoodDelivery() {
        Manifests manifests = Manifests.delivery(FIRST);
        house.receive(manifests);

        PackageView view = house.open(reader);

        assertThat(view.state()).isEqualTo("ACCEPTED");
        assertThat(view.code()).isNull();
        assertThat(view.signerFingerprint()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThat(view.signedAt()).isEqualTo(TestKeys.NOW.minusSeconds(60));
        assertThat(view.receipts()).containsExactly("GODKAND");
        assertThat(reader.files).isEqualTo(manifests.files);
        assertThat(reader.told).containsExactly("read", "committed");
        assertThat(house.exchange.nextDelivery()).isEmpty();
        assertThat(house.exchange.sealNext().orElseThrow().fileName()).isEqualTo("SCB-2026-001_kvittens_001.zip.pgp");
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.audit.verify().whole()).isTrue();
    }

    @Test
    void refusesWhatTheReaderRefusesAndSaysWhy() {
        house.receive(Manifests.delivery(FIRST));
        reader.whileReading = () -> {
            throw new PackageRefusedException("KOLUMN_SAKNAS", "[bas.csv] Kolumnen period saknas.");
        };

        PackageView view = house.open(reader);

        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.code()).isEqualTo("KOLUMN_SAKNAS");
        assertThat(view.signerFingerprint()).isEqualTo(TestKeys.hex(TestKeys.SCB));
        assertThat(view.receipts()).containsExactly("AVVISAD");
        assertThat(reason()).isEqualTo("KOLUMN_SAKNAS: [bas.csv] Kolumnen period saknas.");
        assertThat(house.openTasks()).containsExactly("PACKAGE_REFUSED");
    }

    private String reason() {
        return house.database.inTransaction(h ->
                h.createQuery("SELECT reason FROM receipt").mapTo(String.class).one());
    }

    @Test
    void answersNothingThatHasNoValidSignature() {
        house.receive(FIRST, Packets.altered(Manifests.delivery(FIRST).message(), -5));

        PackageView view = house.open(reader);

        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.code()).isEqualTo("MANIPULERAD");
        assertThat(view.signerFingerprint()).isNull();
        assertThat(view.receipts()).isEmpty();
        assertThat(house.exchange.sealNext()).isEmpty();
        assertThat(reader.told).containsExactly("read", "destroyed");
    }

    @Test
    void aReadersRefusalOfAnAlteredMessageIsNoReasonForAReceipt() {
        house.receive(FIRST, Packets.altered(Manifests.delivery(FIRST).message(), -5));
        reader.whileReading = () -> {
            throw new PackageRefusedException("KOLUMN_SAKNAS", "x");
        };

        PackageView view = house.open(reader);

        assertThat(view.code()).isEqualTo("MANIPULERAD");
        assertThat(view.receipts()).isEmpty();
    }

    @Test
    void aTornFileDoesNotOccupyItsName() {
        byte[] whole = Manifests.delivery(FIRST).message();
        house.receive(FIRST, Packets.cut(whole, whole.length - 40));
        assertThat(house.open(reader).code()).isEqualTo("AVKORTAD");
        assertThat(house.openTasks()).containsExactly("PACKAGE_REFUSED");

        house.receive(FIRST, whole);

        assertThat(house.open(new FakeReader()).state()).isEqualTo("ACCEPTED");
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void aRefusalAfterAValidSignatureClosesTheName() {
        house.receive(Manifests.delivery(FIRST).with(m -> m.remove("skapad")));
        assertThat(house.open(reader).code()).isEqualTo("MANIFEST_FEL");

        assertThat(house.receive(Manifests.delivery(FIRST)).state()).isEqualTo("QUARANTINED");
        house.receive(Manifests.delivery(SECOND));

        assertThat(house.open(reader).state()).isEqualTo("ACCEPTED");
        assertThat(house.openTasks()).containsExactly("NAME_TAKEN");
    }

    @Test
    void anOldPackageUnderANewNameIsAReplayAndLeavesTheNameFree() {
        byte[] old = Manifests.delivery(FIRST).message();
        house.receive(FIRST, old);
        house.open(reader);

        house.receive(SECOND, old);
        PackageView replayed = house.open(new FakeReader());
        house.receive(Manifests.delivery(SECOND));

        assertThat(replayed.code()).isEqualTo("REPRIS");
        assertThat(replayed.receipts()).containsExactly("AVVISAD");
        assertThat(house.open(new FakeReader()).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void aPackageForSomebodyElseIsRefused() {
        house.receive(Manifests.delivery(FIRST).with(m -> m.put("mottagare", "SKV")));

        assertThat(house.open(reader).code()).isEqualTo("MANIFEST_MOTTAGARE");
    }

    @Test
    void ofTwoWaitingUnderOneNameTheFirstStands() {
        house.receive(Manifests.delivery(FIRST));
        house.clock.advance(java.time.Duration.ofSeconds(1));
        PackageView second = house.receive(Manifests.delivery(FIRST));
        house.open(reader);

        PackageView late = house.open(new FakeReader());

        assertThat(late.id()).isEqualTo(second.id());
        assertThat(late.state()).isEqualTo("QUARANTINED");
        assertThat(house.openTasks()).containsExactly("NAME_TAKEN");
        assertThat(house.exchange.nextDelivery()).isEmpty();
    }

    @Test
    void ofTwoHubsOneAccepts() {
        house.receive(Manifests.delivery(FIRST));
        ReceivedPackage received = house.exchange.nextDelivery().orElseThrow();
        Exchange second = house.another(TestKeys.hub());
        FakeReader other = new FakeReader();
        reader.whileReading = () -> second.open(received, other::read);

        PackageView view = house.exchange.open(received, reader::read);

        assertThat(view.state()).isEqualTo("ACCEPTED");
        assertThat(view.receipts()).containsExactly("GODKAND");
        assertThat(other.told).containsExactly("read", "committed");
        assertThat(reader.told).containsExactly("read", "destroyed");
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void whatIsSettledIsNotOpenedAgain() {
        house.receive(Manifests.delivery(FIRST));
        ReceivedPackage received = house.exchange.nextDelivery().orElseThrow();
        house.open(reader);
        FakeReader again = new FakeReader();

        assertThat(house.exchange.open(received, again::read).state()).isEqualTo("ACCEPTED");
        assertThat(again.told).isEmpty();
    }

    @Test
    void aDeliveryStandsForTheReceiptThatNeverCame() {
        SealedPackage sealed = house.sent();
        house.receive(Manifests.delivery(FIRST));

        house.open(reader);

        PackageView ours = house.view(sealed.id());
        assertThat(ours.state()).isEqualTo("ACKNOWLEDGED");
        assertThat(ours.code()).isEqualTo("UTAN_KVITTENS");
    }

    @Test
    void writesNothingDecryptedAnywhere() throws IOException {
        String marker = "EN-CELL-SOM-INGEN-FAR-SE";
        Manifests manifests = Manifests.delivery(FIRST).file("lisa.csv", "a;b\n" + (marker + ";1\n").repeat(3_000));
        house.receive(FIRST, Packets.message(stored(manifests), SCB));

        assertThat(house.open(reader).state()).isEqualTo("ACCEPTED");

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(marker);
            }
        }
    }

    private static byte[] stored(Manifests manifests) {
        Zips zip = new Zips().add(Zips.stored("manifest.json", manifests.text()));
        manifests.files.forEach((name, content) -> zip.add(Zips.stored(name, content)));
        return zip.bytes();
    }
}
